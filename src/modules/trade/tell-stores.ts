/** Stores are told of their new orders: of several that came together in one letter, because some get hundreds in a day. */
import { ok } from '#kernel/result';
import type { Result } from '#kernel/result';
import { languageFor, sendLetter } from '#modules/messaging';
import { personOf, readersOfStore, storesOf } from '#modules/parties';
import { system } from '#platform/actor';
import { enqueue, every, job } from '#platform/jobs';
import { perform } from '#platform/perform';
import { sql } from '#platform/sql';
import { question } from '#platform/work';
import type { Asking, Work } from '#platform/work';

/** A deed that began before may still be about to say that an order is paid. */
const lagMs = 30_000;

interface NewOrders {
  store: string;
  count: number;
  /** The oldest of them. */
  id: string;
  number: string;
}

async function untold(ask: Asking, { until }: { until: Date }): Promise<NewOrders[]> {
  return ask.many<NewOrders>(sql`
    select store, count(*)::int as count, (array_agg(id order by funded_at, id))[1] as id,
           (array_agg(number order by funded_at, id))[1] as number
      from trade.orders
     where state = 'funded' and funded_at > ${until} and funded_at <= ${new Date(ask.now.getTime() - lagMs)}
     group by store
     order by store`);
}

async function toldUntil(ask: Asking, _input: object): Promise<Date | undefined> {
  return (await ask.one<{ until: Date }>(sql`select until from trade.told where what = 'new_orders'`))?.until;
}

/** What waited to be sent before there were such letters is not told. */
export async function tellStores(work: Work, { until }: { until: Date | null }): Promise<Result<object, never>> {
  const upTo = new Date(work.now.getTime() - lagMs);
  for (const { store, count, id, number } of until ? await untold(work, { until }) : [])
    for (const person of await readersOfStore(work, { store, roles: ['orders'] }))
      enqueue(work, letterToStore({ store, person, count, order: id, number }), { subject: store });
  await work.run(sql`
    insert into trade.told (what, until) values ('new_orders', ${upTo})
        on conflict (what) do update set until = excluded.until`);
  return ok({});
}

export const tellOfNewOrders = every('trade.tell_of_new_orders', { minutes: 2 }, async (house) => {
  const until = await question(house, system, toldUntil, {});
  if (until && (await question(house, system, untold, { until })).length === 0) return;
  // What was told up to is the key: two workers at it tell once.
  await perform(house, { key: `tell_stores:${until?.toISOString() ?? ''}`, by: system }, tellStores, {
    until: until ?? null,
  });
});

export const letterToStore = job<{ store: string; person: string; count: number; order: string; number: string }>(
  'trade.letter_to_store',
  async (house, { store, person, count, order, number }, info) => {
    const [reader, [view]] = await Promise.all([
      question(house, system, personOf, { person }),
      question(house, system, storesOf, { stores: [store] }),
    ]);
    if (!reader || !view) return;
    const locale = languageFor(reader.locale);
    const values = {
      name: reader.name,
      store: view.name,
      orders: number,
      count: new Intl.NumberFormat(locale).format(count),
      link: `${house.config.publicUrl}/seller/orders${count === 1 ? `/${order}` : '?state=funded'}`,
    };
    const letter = count === 1 ? 'store_new_order' : 'store_new_orders';
    await sendLetter(house, { id: info.id, to: reader.email, locale, letter, values });
  },
);
