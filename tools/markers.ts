import { format, resolveConfig } from 'prettier';

/**
 * Puts generated content between the two markers of a name in a Markdown document, and formats the whole.
 *
 * @param file where the document is, which decides how it is formatted
 * @throws where the document has no such markers
 */
export async function formattedBetween(
  file: string,
  document: string,
  name: string,
  content: string,
): Promise<string> {
  return formatted(file, between(document, name, content));
}

/** A Markdown document in the form that `npm run format` gives it. */
export async function formatted(
  file: string,
  document: string,
): Promise<string> {
  const options = await resolveConfig(file);
  return format(document, { ...options, parser: 'markdown' });
}

/** Puts content between the two markers of a name. */
export function between(
  document: string,
  name: string,
  content: string,
): string {
  const start = `<!-- generated: ${name} -->`;
  const end = `<!-- end of generated: ${name} -->`;
  const from = document.indexOf(start);
  const to = document.indexOf(end);
  if (from < 0 || to < from) {
    throw new Error(`No markers "${start}" and "${end}" in the document.`);
  }
  return `${document.slice(0, from + start.length)}\n\n${content}\n\n${document.slice(to)}`;
}
