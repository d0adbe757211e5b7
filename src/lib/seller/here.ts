/** The action of a form on a page whose address says what is shown: without JavaScript that page is shown again. */
export function actionHere(action: string, { search }: Pick<URL, 'search'>): string {
  const rest = new URLSearchParams(
    [...new URLSearchParams(search)].filter(([name]) => !name.startsWith('/')),
  ).toString();
  return rest ? `${action}&${rest}` : action;
}
