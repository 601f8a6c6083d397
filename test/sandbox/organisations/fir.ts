/** What Heroku says of something that its newer generation does not have. */
export function notOnFir(things: string): string {
  return `This feature isn't available for Fir-generation ${things}.`;
}
