import { isId } from '#kernel/id';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import { listsFor } from '../product-row.ts';
import type { SheetSettings } from './read-item.ts';

export type SheetState = 'read' | 'checking' | 'checked' | 'taking' | 'taken';

export interface Sheet {
  id: string;
  store: string;
  name: string;
  header: string[];
  fields: string[];
  settings: SheetSettings;
  state: SheetState;
  rows: number;
  items: number;
  done: number;
  fresh: number;
  changed: number;
  same: number;
  bad: number;
  at: Date;
}

/** A store's sheet; nothing for everybody who does not list for it. */
export async function readSheetOf(
  ask: Asking,
  { store, sheet }: { store: string; sheet: string },
): Promise<Sheet | undefined> {
  if (!isId(sheet) || !isId(store) || !listsFor(ask.by, store)) return undefined;
  return ask.one<Sheet>(sql`
    select id, store, name, header, fields, settings, state, rows, items, done, fresh, changed, same, bad, at
      from catalogue.sheets where id = ${sheet} and store = ${store}`);
}

/** The same, held until the transaction ends. */
export async function lockSheet(ask: Asking, sheet: string): Promise<Sheet | undefined> {
  return ask.one<Sheet>(sql`
    select id, store, name, header, fields, settings, state, rows, items, done, fresh, changed, same, bad, at
      from catalogue.sheets where id = ${sheet} for update`);
}
