/** Cells of a grid as spreadsheets pass them on, and where they go. Pure; the hands on the keys are in `grid-keys.ts`. */

/** Lines and cells of what a spreadsheet copies: tabs between, quotes around what holds a tab, a quote or a line's end. */
export function cellsOf(text: string): string[][] {
  const lines: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const end = () => {
    lines.at(-1)!.push(cell.trim());
    cell = '';
  };
  const plain = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(/\n$/, '');
  for (let n = 0; n < plain.length; n++) {
    const sign = plain[n]!;
    if (quoted && sign === '"' && plain[n + 1] === '"') cell += plain[++n]!;
    else if (sign === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (quoted) cell += sign;
    else if (sign === '\t') end();
    else if (sign === '\n') {
      end();
      lines.push([]);
    } else cell += sign;
  }
  end();
  return lines;
}

/** Whether it came from a grid: a single word is pasted as everywhere. */
export const isBlock = (cells: readonly (readonly string[])[]): boolean =>
  cells.length > 1 || (cells[0]?.length ?? 0) > 1;

/** A block of one cell fills what is chosen; a larger one is laid from `row` and `column` on, and what sticks out is left. */
export function laidFrom<Cell>(
  grid: readonly (readonly (Cell | undefined)[])[],
  { row, column }: { row: number; column: number },
  cells: readonly (readonly string[])[],
): { cell: Cell; text: string }[] {
  return cells.flatMap((line, down) =>
    line.flatMap((text, along) => {
      const cell = grid[row + down]?.[column + along];
      return cell === undefined ? [] : [{ cell, text }];
    }),
  );
}

/** As a cell of one line takes it. */
export const inOneLine = (text: string): string => text.replaceAll(/\s*\n\s*/g, ' ');

/** How many lines a block needs that are not there. */
export const linesLacking = (there: number, row: number, cells: readonly unknown[]): number =>
  Math.max(0, row + cells.length - there);
