/**
 * A list worked through without a mouse. The keys are heard where the list or nothing at all has the focus, never where
 * somebody types. Without a script, Tab does it. `KeysHelp` shows what each does.
 */

/** What a key does, in the order in which people learn them. */
const ways = [
  { does: 'down', keys: ['j', 'ArrowDown'] },
  { does: 'up', keys: ['k', 'ArrowUp'] },
  { does: 'choose', keys: ['x'] },
  { does: 'choose_page', keys: ['a'] },
  { does: 'choose_none', keys: ['Escape'] },
] as const;
const around = [
  { does: 'search', keys: ['/'] },
  { does: 'filter', keys: ['f'] },
  { does: 'next_page', keys: [']'] },
  { does: 'previous_page', keys: ['['] },
] as const;
const help = { does: 'help', keys: ['?'] } as const;

export const keysOfProducts = [
  ...ways,
  { does: 'open', keys: ['e', 'Enter'] },
  { does: 'change', keys: ['c'] },
  { does: 'stock', keys: ['s'] },
  ...around,
  { does: 'new', keys: ['n'] },
  help,
] as const;
export const keysOfOrders = [
  ...ways,
  { does: 'open', keys: ['e', 'Enter'] },
  { does: 'labels', keys: ['l'] },
  { does: 'numbers', keys: ['n'] },
  { does: 'pick', keys: ['p'] },
  { does: 'packing', keys: ['b'] },
  ...around,
  help,
] as const;
export type KeyAct = (typeof keysOfProducts | typeof keysOfOrders)[number]['does'];
export interface RowKey {
  readonly does: KeyAct;
  readonly keys: readonly string[];
}

/** As it stands on a key. */
export const keyName = (key: string): string =>
  ({ ArrowDown: '↓', ArrowUp: '↑', Escape: 'Esc', Enter: '↵' })[key] ?? key;

interface Hands {
  /** Of the boxes, one in each row. */
  name: 'product' | 'order';
  keys: readonly RowKey[];
  /** Ticks or unticks all that are on the page. */
  choosePage: (on: boolean) => void;
  help: () => void;
}

export function rowKeys(list: HTMLElement, { name, keys, choosePage, help }: Hands): () => void {
  const box = `input[type="checkbox"][name="${name}"]`;
  const boxes = () => [...list.querySelectorAll<HTMLInputElement>(box)];
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
  const acts: Readonly<Record<KeyAct, (row: Element | null) => void>> = {
    down: () => go(1),
    up: () => go(-1),
    choose: (row) => press(row, box),
    choose_page: () => choosePage(true),
    choose_none: () => choosePage(false),
    open: (row) => press(row, '[role="rowheader"] a[href]'),
    change: () => press(document, '#chosen [data-change]'),
    stock: (row) => {
      const field = row?.querySelector<HTMLInputElement>('input[type="number"]');
      if (field) field.select();
      else press(row, 'a[href*="count="]');
    },
    search: () => document.querySelector<HTMLInputElement>('main input[type="search"]')?.focus(),
    filter: () => {
      const filters = document.querySelector('main .filters');
      if (filters instanceof HTMLDetailsElement) filters.open = true;
      filters?.querySelector<HTMLElement>('select')?.focus();
    },
    next_page: () => press(document, 'main a[rel="next"]'),
    previous_page: () => press(document, 'main a[rel="prev"]'),
    labels: () => press(document, '#chosen [data-labels]'),
    numbers: () => press(document, '#chosen [value="batch"]'),
    pick: () => press(document, '#chosen [value="pick"]'),
    packing: () => press(document, '#chosen [value="packing"]'),
    new: () => press(document, 'main a[href="/seller/products/new"]'),
    help,
  };

  function key(event: KeyboardEvent): void {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const { activeElement: at } = document;
    const typing = at instanceof HTMLElement && at.matches('input:not([type="checkbox"]), select, textarea');
    // Out of a field of the list, Escape leads back to its row.
    if (typing && event.key === 'Escape' && list.contains(at)) {
      rowOf(at)?.querySelector<HTMLElement>(box)?.focus();
      return;
    }
    if (typing || document.querySelector('dialog[open]')) return;
    if (!(at === null || at === document.body || list.contains(at))) return;
    // Enter keeps its own meaning on links and buttons.
    if (event.key === 'Enter' && !at?.matches(box)) return;
    const known = keys.find((one) => one.keys.includes(event.key));
    if (!known) return;
    event.preventDefault();
    acts[known.does](rowOf(at));
  }

  document.addEventListener('keydown', key);
  return () => document.removeEventListener('keydown', key);
}
