/** Brackets lead to the one beside it in the list, as they turn the list's pages; never where somebody types. */
export function besideKeys(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = 'input:not([type="checkbox"], [type="radio"]), select, textarea';
  if (document.activeElement?.matches(typing) || document.querySelector('dialog[open]')) return;
  const rel = { ']': 'next', '[': 'prev' }[event.key];
  const link = rel && document.querySelector<HTMLElement>(`main a[rel="${rel}"]`);
  if (!link) return;
  event.preventDefault();
  link.click();
}
