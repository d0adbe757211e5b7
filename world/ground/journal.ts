import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** A row may be changed in place; `put` writes it down as it is now. */
interface Table<Row extends { id: string }> {
  get(id: string): Row | undefined;
  put(row: Row): Row;
  drop(id: string): void;
  rows(): IterableIterator<Row>;
  readonly size: number;
}

export interface Journal {
  table<Row extends { id: string }>(name: string): Table<Row>;
  close(): void;
}

type Line = [table: string, id: string, row: { id: string } | null];
type Tables = Map<string, Map<string, { id: string }>>;

/**
 * What the world remembers: every change is one line at the end of one file, the last line about a thing is what is true
 * of it. Lines reach the operating system before anybody is answered (a kill loses nothing told), but are not synced to the
 * disk: it is a sandbox, and a benchmark pushes thousands of payments through it. Without a directory all is in memory.
 */
export function openJournal(dir?: string): Journal {
  if (!dir)
    return journalOf(
      new Map(),
      () => {},
      () => {},
    );

  mkdirSync(dir, { recursive: true });
  const path = join(dir, 'journal.ndjson');
  const tables = existsSync(path) ? readTables(readFileSync(path, 'utf8')) : new Map();
  writeAnew(path, tables);

  const file = openSync(path, 'a');
  return journalOf(
    tables,
    (line) => writeSync(file, `${JSON.stringify(line)}\n`),
    () => closeSync(file),
  );
}

function journalOf(tables: Tables, write: (line: Line) => void, close: () => void): Journal {
  let open = true;
  const writeWhileOpen = (line: Line) => {
    if (open) write(line);
  };
  return {
    table<Row extends { id: string }>(name: string): Table<Row> {
      const rows = (tables.get(name) ?? new Map()) as Map<string, Row>;
      tables.set(name, rows);
      return {
        get: (id) => rows.get(id),
        put(row) {
          rows.set(row.id, row);
          writeWhileOpen([name, row.id, row]);
          return row;
        },
        drop(id) {
          if (rows.delete(id)) writeWhileOpen([name, id, null]);
        },
        rows: () => rows.values(),
        get size() {
          return rows.size;
        },
      };
    },
    close() {
      if (open) close();
      open = false;
    },
  };
}

/** A last line torn by a kill was never answered for, and is passed over. */
function readTables(text: string): Tables {
  const tables: Tables = new Map();
  for (const text_ of text.split('\n')) {
    const line = readLine(text_);
    if (!line) continue;
    const [name, id, row] = line;
    const rows = tables.get(name) ?? new Map<string, { id: string }>();
    tables.set(name, rows);
    if (row) rows.set(id, row);
    else rows.delete(id);
  }
  return tables;
}

function readLine(text: string): Line | undefined {
  try {
    return text ? (JSON.parse(text) as Line) : undefined;
  } catch {
    return undefined;
  }
}

/** The file shrinks to what is true now. Written beside and renamed, so that a kill leaves the one or the other whole. */
function writeAnew(path: string, tables: Tables): void {
  const file = openSync(`${path}.new`, 'w');
  for (const [name, rows] of tables) {
    for (const row of rows.values()) writeSync(file, `${JSON.stringify([name, row.id, row] satisfies Line)}\n`);
  }
  closeSync(file);
  renameSync(`${path}.new`, path);
}
