/**
 * A grid of fields under a person's hands, as in a spreadsheet: the arrows up and down and Enter go along a column, what a
 * spreadsheet copied is laid over the cells from where one stands, Ctrl+D copies a cell into all below it. Without a script
 * the cells are fields of a form like any others.
 */
import { tick } from 'svelte';
import { cellsOf, inOneLine, isBlock, laidFrom, linesLacking } from './grid.ts';

export interface GridHands {
  /** Told how many cells were filled at once, with how to take that back. */
  filled: (count: number, undo: () => void) => void;
  /** Asks for more lines, where a block is longer than the grid. */
  more?: ((lines: number) => void) | undefined;
}

type Cell = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
const cellsIn = (line: Element): (Cell | undefined)[] => {
  const cells: (Cell | undefined)[] = [];
  for (const cell of line.querySelectorAll<Cell>('[data-column]')) cells[Number(cell.dataset['column'])] = cell;
  return cells;
};
const gridOf = (table: HTMLElement) => [...table.querySelectorAll('[data-line]')].map(cellsIn);

function placeOf(table: HTMLElement, cell: EventTarget | null) {
  const grid = gridOf(table);
  const row = grid.findIndex((line) => line.includes(cell as Cell));
  return row < 0 ? undefined : { grid, row, column: grid[row]!.indexOf(cell as Cell) };
}

/** As if it had been typed: forms around hear it. */
function write(cell: Cell, text: string): void {
  cell.value = cell instanceof HTMLTextAreaElement ? text : inOneLine(text);
  cell.dispatchEvent(new Event('input', { bubbles: true }));
}

function fill(changes: readonly { cell: Cell; text: string }[], hands: GridHands): void {
  const before = changes.map(({ cell }) => ({ cell, text: cell.value }));
  for (const { cell, text } of changes) write(cell, text);
  hands.filled(changes.length, () => before.forEach(({ cell, text }) => write(cell, text)));
}

/** Copies the cell at a place into all below it in its column. */
export function copyDown(table: HTMLElement, at: { row: number; column: number }, hands: GridHands): void {
  const column = gridOf(table).map((line) => line[at.column]);
  const from = column[at.row];
  if (!from) return;
  const below = column.slice(at.row + 1).filter((cell) => cell !== undefined);
  fill(
    below.map((cell) => ({ cell, text: from.value })),
    hands,
  );
}

/** A cell of several lines is left by the arrows at its ends; Enter writes a line there. */
function leaves({ selectionStart, selectionEnd, value }: HTMLTextAreaElement, key: string): boolean {
  if (key === 'ArrowUp') return selectionEnd === 0;
  return key === 'ArrowDown' && selectionStart === value.length;
}

export function gridKeys(table: HTMLElement, hands: GridHands): () => void {
  function key(event: KeyboardEvent): void {
    const at = placeOf(table, event.target);
    if (!at || event.altKey || event.isComposing) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'd') {
      event.preventDefault();
      copyDown(table, at, hands);
      return;
    }
    if (event.ctrlKey || event.metaKey || event.target instanceof HTMLSelectElement) return;
    if (event.target instanceof HTMLTextAreaElement && !leaves(event.target, event.key)) return;
    const by = { ArrowDown: 1, ArrowUp: -1, Enter: event.shiftKey ? -1 : 1 }[event.key];
    const next = by === undefined ? undefined : at.grid[at.row + by]?.[at.column];
    // At the last line Enter does nothing, rather than send the form by surprise.
    if (by !== undefined) event.preventDefault();
    next?.focus();
    if (next && !(next instanceof HTMLSelectElement)) next.select();
  }

  async function paste(event: ClipboardEvent): Promise<void> {
    const at = placeOf(table, event.target);
    const cells = cellsOf(event.clipboardData?.getData('text/plain') ?? '');
    // Lines without tabs are lines of a text where one stands in a text.
    const isText = event.target instanceof HTMLTextAreaElement && cells.every((line) => line.length === 1);
    if (!at || isText || !isBlock(cells)) return;
    event.preventDefault();
    const lacking = linesLacking(at.grid.length, at.row, cells);
    if (lacking > 0 && hands.more) {
      hands.more(lacking);
      await tick();
    }
    fill(laidFrom(gridOf(table), at, cells), hands);
  }

  table.addEventListener('keydown', key);
  const pasted = (event: ClipboardEvent) => void paste(event);
  table.addEventListener('paste', pasted);
  return () => {
    table.removeEventListener('keydown', key);
    table.removeEventListener('paste', pasted);
  };
}
