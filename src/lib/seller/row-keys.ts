/**
 * A list worked through without a mouse: j and k (or the arrows) go from row to row, x ticks, e opens, / looks for something.
 * They are heard where the list or nothing at all has the focus, never where somebody types. Without a script, Tab does it.
 */
export function rowKeys(list: HTMLElement): () => void {
  const boxes = () => [...list.querySelectorAll<HTMLInputElement>('input[type="checkbox"][name="product"]')];
  const rowOf = (element: Element | null) => element?.closest('tr') ?? null;

  function go(by: number): void {
    const all = boxes();
    const at = all.findIndex((box) => rowOf(box) === rowOf(document.activeElement));
    const next = all[Math.min(all.length - 1, Math.max(0, at < 0 ? 0 : at + by))];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  }

  const acts: Readonly<Record<string, (row: Element | null) => void>> = {
    j: () => go(1),
    ArrowDown: () => go(1),
    k: () => go(-1),
    ArrowUp: () => go(-1),
    x: (row) => row?.querySelector<HTMLInputElement>('input[name="product"]')?.click(),
    e: (row) => row?.querySelector<HTMLAnchorElement>('a[href]')?.click(),
    '/': () => document.querySelector<HTMLInputElement>('main input[type="search"]')?.focus(),
  };

  function key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { activeElement: at } = document;
    const isTyping =
      at instanceof HTMLElement && at.matches('input:not([type="checkbox"]), select, textarea, [contenteditable]');
    if (isTyping || !(at === null || at === document.body || list.contains(at))) return;
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act(rowOf(at));
  }

  document.addEventListener('keydown', key);
  return () => document.removeEventListener('keydown', key);
}
