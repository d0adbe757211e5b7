/**
 * Where a form of this page is sent: a named action with all that the page's address says besides, so that a list stays on
 * its page and its filter, and what a refusal has to say stands where the form stood. `?/end` is `?/end&page=2` on the
 * second page. What the action says itself goes before. Nothing at all is this address already, and a path is another page.
 */
export function actionHere(action: string, { search }: Pick<URL, 'search'>): string {
  if (!action.startsWith('?/')) return action;
  const own = new URLSearchParams(action);
  const rest = new URLSearchParams(
    [...new URLSearchParams(search)].filter(([name]) => !name.startsWith('/') && !own.has(name)),
  ).toString();
  return rest ? `${action}&${rest}` : action;
}
