/**
 * The path of a route, its parameters filled in: `/teams/0193…/apps` for `/teams/{team}/apps`.
 *
 * @returns `undefined` where a parameter cannot stand in a path: an empty one, `.` and `..`, in any spelling, would
 *   make it the path of something else, and text with half a character has no spelling
 */
export function pathOf(
  route: string,
  params: Record<string, string>,
): string | undefined {
  let isWhole = true;
  const path = route.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name] ?? '';
    isWhole &&= !/^\.{0,2}$|\p{Surrogate}/u.test(value);
    return isWhole ? encodeURIComponent(value) : '';
  });
  return isWhole ? path : undefined;
}
