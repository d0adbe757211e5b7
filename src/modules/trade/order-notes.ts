/** What a store's people write beside an order for each other. Neither the buyer nor the desk reads it. */
import { newId } from '#kernel/id';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { worksFor } from '#platform/actor';
import { sql } from '#platform/sql';
import type { Asking, Work } from '#platform/work';
import { isUuid } from './order-page.ts';

export interface OrderNote {
  id: string;
  name: string;
  text: string;
  at: Date;
}

const longest = 2000;
const mostNotes = 200;

async function storeOf(ask: Asking, order: string): Promise<string | undefined> {
  const found = isUuid(order)
    ? await ask.one<{ store: string }>(
        sql`select store from trade.orders where id = ${order} and funded_at is not null`,
      )
    : undefined;
  return found && worksFor(ask.by, found.store, 'orders') ? found.store : undefined;
}

/** Oldest first. Undefined for who does not look after the store's orders. */
export async function notesOf(ask: Asking, { order }: { order: string }): Promise<{ notes: OrderNote[] } | undefined> {
  if (!(await storeOf(ask, order))) return undefined;
  const notes = await ask.many<OrderNote>(sql`
    select id, name, text, at from trade.order_notes where order_id = ${order} order by id limit ${mostNotes}`);
  return { notes };
}

/** Listed in the order in which they are checked. */
export type WriteNoteRefusal =
  | { no: 'order_not_found' }
  | { no: 'note_is_empty' }
  | { no: 'text_is_too_long'; most: number }
  | { no: 'too_many_notes'; most: number };

export async function writeNote(
  work: Work,
  { order, text }: { order: string; text: string },
): Promise<Result<{ note: string }, WriteNoteRefusal>> {
  if (!(await storeOf(work, order))) return refuse({ no: 'order_not_found' });
  const plain = text.replaceAll('\r\n', '\n').trim();
  if (plain === '') return refuse({ no: 'note_is_empty' });
  if (plain.length > longest) return refuse({ no: 'text_is_too_long', most: longest });
  const counted = await work.one<{ count: number }>(
    sql`select count(*)::int as count from trade.order_notes where order_id = ${order}`,
  );
  if (counted!.count >= mostNotes) return refuse({ no: 'too_many_notes', most: mostNotes });
  const note = newId(work.now);
  await work.run(sql`
    insert into trade.order_notes (order_id, id, by, name, text, at)
    values (${order}, ${note}, ${work.by.id}, ${work.by.name}, ${plain}, ${work.now})`);
  return ok({ note });
}
