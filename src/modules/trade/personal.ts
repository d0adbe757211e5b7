/**
 * What trade holds on a person, with the parcels of their orders. Orders stay for the books and the taxes, without the way to
 * reach who placed them; where parcels went is forgotten but for the country.
 */
import { newId } from '#kernel/id';
import { forgetAddressees, parcelsHeld } from '#modules/logistics';
import { sql } from '#platform/sql';
import type { Personal } from '#platform/personal';

export const personal: Personal = {
  held: async (ask, { person }) => {
    const cart = await ask.many<Record<string, unknown>>(sql`
      select variant, quantity, seen_currency, seen_minor, at from trade.cart_lines where owner = ${person} order by at`);
    const wishes = await ask.many<Record<string, unknown>>(sql`
      select product, variant, quantity, seen_currency, seen_minor, at from trade.wishes where owner = ${person} order by at`);
    const purchases = await ask.many<Record<string, unknown>>(sql`
      select id, email, name, address, country, locale, currency, total_minor, tax_id, at
        from trade.purchases
       where buyer = ${person}
       order by at`);
    const orders = await ask.many<Record<string, unknown>>(sql`
      select o.id, o.number, o.purchase, o.store, o.state, o.currency, o.goods_minor, o.carriage_minor, o.placed_at,
             (select jsonb_agg(jsonb_build_object('title', l.title, 'options', l.options, 'quantity', l.quantity) order by l.n)
                from trade.order_lines l
               where l.order_id = o.id) as lines
        from trade.orders o
       where o.buyer = ${person}
       order by o.placed_at`);
    const parcels = await parcelsHeld(ask, { orders: orders.map(({ id }) => id as string) });
    return { cart, wishes, purchases, orders, parcels };
  },
  open: async (ask, { person }) => {
    const row = await ask.one<{ orders: number }>(sql`
      select count(*)::int as orders
        from trade.orders
       where buyer = ${person} and state in ('placed', 'funded', 'dispatched', 'delivered', 'refunding')`);
    return { orders: row?.orders ?? 0 };
  },
  forget: async (work, { person }) => {
    const orders = await work.many<{ id: string }>(sql`select id from trade.orders where buyer = ${person}`);
    await forgetAddressees(work, { orders: orders.map(({ id }) => id) });
    await work.run(sql`delete from trade.cart_lines where owner = ${person}`);
    await work.run(sql`delete from trade.wishes where owner = ${person}`);
    // The key of each purchase's page opens nothing any more.
    await work.run(sql`
      update trade.purchases set email = '', secret = ${newId(work.now)} || id::text where buyer = ${person}`);
  },
};
