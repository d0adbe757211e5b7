import type { Money } from '#kernel/money';
import type { Address } from '#kernel/place';
import type { Quote } from '#modules/exchange';
import type { Payee } from '#modules/payments';
import { json, sql } from '#platform/sql';
import type { Work } from '#platform/work';
import type { BasketLine } from './basket.ts';
import type { CarriageChoice } from './checkout.ts';
import type { PlacePurchaseInput } from './place-purchase.ts';

export interface NewOrder {
  id: string;
  number: string;
  store: string;
  quote: Quote;
  chosen: CarriageChoice | null;
  lines: (BasketLine & { digital: boolean })[];
  goods: Money;
  carriage: Money;
  paidGoods: Money;
  paidCarriage: Money;
  digital: boolean;
  payee: Payee;
}

interface NewPurchase {
  purchase: string;
  secret: string;
  payUntil: Date;
  total: Money;
  input: PlacePurchaseInput;
  /** As it was checked; nothing for digital goods alone. */
  address: Address | null;
  orders: NewOrder[];
}

/** The purchase, its orders and their lines, and the cart made empty, in one statement. */
export function writePurchase(
  work: Work,
  { purchase, secret, payUntil, total, input, address, orders }: NewPurchase,
): void {
  const lines = orders.flatMap((order) => order.lines.map((line, n) => ({ order: order.id, n: n + 1, ...line })));
  work.send(sql`
    with emptied as (
      delete from trade.cart_lines where owner = ${work.by.id} and variant = any(${lines.map((line) => line.variant)}::uuid[])
    ), bought as (
      insert into trade.purchases (id, buyer, email, name, address, country, locale, currency, total_minor, tax_id, secret, pay_until, at)
      values (${purchase}, ${work.by.id}, ${input.email}, ${input.name.trim()}, ${json(address ?? {})}, ${input.country}, ${input.locale},
              ${total.currency}, ${total.minor}, ${input.taxId ?? null}, ${secret}, ${payUntil}, ${work.now})
    ), ordered as (
      insert into trade.orders (id, number, purchase, buyer, store, state, currency, goods_minor, carriage_minor,
                                paid_currency, paid_goods_minor, paid_carriage_minor, rate, carriage, digital, placed_at)
      select (o ->> 'id')::uuid, o ->> 'number', ${purchase}::uuid, ${work.by.id}, (o ->> 'store')::uuid, 'placed', o ->> 'currency',
             (o ->> 'goods')::bigint, (o ->> 'carriageMinor')::bigint, ${total.currency}, (o ->> 'paidGoods')::bigint,
             (o ->> 'paidCarriage')::bigint, o -> 'rate', o -> 'carriage', (o ->> 'digital')::boolean, ${work.now}
        from jsonb_array_elements(${json(orders.map(orderRow))}::jsonb) as o
    )
    insert into trade.order_lines (order_id, n, variant, product, category, title, options, sku, picture, quantity,
                                   unit_minor, paid_unit_minor, grams, size_mm, hs, origin, battery, digital)
    select l.*
      from jsonb_to_recordset(${json(lines.map(lineRow))}::jsonb)
        as l (order_id uuid, n int, variant uuid, product uuid, category text, title text, options text, sku text, picture text, quantity int,
              unit_minor bigint, paid_unit_minor bigint, grams int, size_mm int[], hs text, origin text, battery text, digital boolean)`);
}

function orderRow(order: NewOrder): object {
  const { quote, chosen } = order;
  return {
    id: order.id,
    number: order.number,
    store: order.store,
    currency: order.goods.currency,
    goods: order.goods.minor,
    carriageMinor: order.carriage.minor,
    paidGoods: order.paidGoods.minor,
    paidCarriage: order.paidCarriage.minor,
    rate: quote,
    carriage: chosen
      ? { code: chosen.code, by: chosen.by, name: chosen.name, carrier: chosen.carrier, days: chosen.days }
      : {},
    digital: order.digital,
  };
}

function lineRow(line: BasketLine & { order: string; n: number; digital: boolean }): object {
  const { offer } = line;
  return {
    order_id: line.order,
    n: line.n,
    variant: line.variant,
    product: offer.product,
    category: offer.category,
    title: offer.title,
    options: offer.options,
    sku: offer.sku,
    picture: offer.picture?.hash ?? null,
    quantity: line.quantity,
    unit_minor: line.unit.minor,
    paid_unit_minor: line.paidUnit.minor,
    grams: offer.grams,
    size_mm: offer.sizeMm,
    hs: offer.hs ?? '',
    origin: offer.origin ?? '',
    battery: offer.battery,
    digital: line.digital,
  };
}
