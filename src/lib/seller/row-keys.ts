/**
 * A list worked through without a mouse. The keys are heard where the list or nothing at all has the focus, never where
 * somebody types. Without a script, Tab does it. `KeysHelp` shows what each does.
 */

/** What a key does, in the order in which people learn them; a word names each: `goods.keys.<does>`. */
export const keysOfRows = [
  { does: 'down', keys: ['j', 'ArrowDown'] },
  { does: 'up', keys: ['k', 'ArrowUp'] },
  { does: 'choose', keys: ['x'] },
  { does: 'choose_page', keys: ['a'] },
  { does: 'choose_none', keys: ['Escape'] },
  { does: 'edit', keys: ['e', 'Enter'] },
  { does: 'change', keys: ['c'] },
  { does: 'stock', keys: ['s'] },
  { does: 'search', keys: ['/'] },
  { does: 'filter', keys: ['f'] },
  { does: 'next_page', keys: [']'] },
  { does: 'previous_page', keys: ['['] },
  { does: 'new', keys: ['n'] },
  { does: 'help', keys: ['?'] },
] as const;
type Does = (typeof keysOfRows)[number]['does'];

/** As it stands on a key. */
export const keyName = (key: string): string =>
  ({ ArrowDown: '↓', ArrowUp: '↑', Escape: 'Esc', Enter: '↵' })[key] ?? key;

interface Hands {
  /** Ticks or unticks all that are on the page. */
  choosePage: (on: boolean) => void;
  help: () => void;
}

export function rowKeys(list: HTMLElement, { choosePage, help }: Hands): () => void {
  const boxes = () => [...list.querySelectorAll<HTMLInputElement>('input[type="checkbox"][name="product"]')];
  const rowOf = (element: Element | null) => element?.closest('tr') ?? null;

  /** Where nothing has the focus it begins at the line that somebody came back to. */
  function go(by: number): void {
    const all = boxes();
    const rowAt = (row: Element | null) => (row ? all.findIndex((box) => rowOf(box) === row) : -1);
    const at = rowAt(rowOf(document.activeElement));
    const back = rowAt(rowOf(document.getElementById(location.hash.slice(1))));
    const next = all[Math.min(all.length - 1, Math.max(0, at >= 0 ? at + by : Math.max(0, back)))];
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
  }

  const press = (place: ParentNode | null, what: string) => place?.querySelector<HTMLElement>(what)?.click();
  const acts: Readonly<Record<Does, (row: Element | null) => void>> = {
    down: () => go(1),
    up: () => go(-1),
    choose: (row) => press(row, 'input[name="product"]'),
    choose_page: () => choosePage(true),
    choose_none: () => choosePage(false),
    edit: (row) => press(row, '[role="rowheader"] a[href]'),
    change: () => press(document, '#chosen [data-change]'),
    stock: (row) => {
      const field = row?.querySelector<HTMLInputElement>('input[type="number"]');
      if (field) field.select();
      else press(row, 'a[href*="count="]');
    },
    search: () => document.querySelector<HTMLInputElement>('main input[type="search"]')?.focus(),
    filter: () => {
      const filters = document.querySelector('details.filters');
      filters?.setAttribute('open', '');
      filters?.querySelector<HTMLElement>('select')?.focus();
    },
    next_page: () => press(document, 'main a[rel="next"]'),
    previous_page: () => press(document, 'main a[rel="prev"]'),
    new: () => press(document, 'main a[href="/seller/products/new"]'),
    help,
  };

  function key(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const { activeElement: at } = document;
    const typing = at instanceof HTMLElement && at.matches('input:not([type="checkbox"]), select, textarea');
    // Out of a field of the list, Escape leads back to its row.
    if (typing && event.key === 'Escape' && list.contains(at)) {
      rowOf(at)?.querySelector<HTMLElement>('input[name="product"]')?.focus();
      return;
    }
    if (typing || document.querySelector('dialog[open]')) return;
    if (!(at === null || at === document.body || list.contains(at))) return;
    // Enter keeps its own meaning on links and buttons.
    if (event.key === 'Enter' && !at?.matches('input[name="product"]')) return;
    const known = keysOfRows.find(({ keys }) => (keys as readonly string[]).includes(event.key));
    if (!known) return;
    event.preventDefault();
    acts[known.does](rowOf(at));
  }

  document.addEventListener('keydown', key);
  return () => document.removeEventListener('keydown', key);
}
