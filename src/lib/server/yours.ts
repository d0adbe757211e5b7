/** What a person came for before we show them anything else: orders that are under way, wishes that have become cheaper. */
import type { Money } from '#kernel/money';
import { ordersOfBuyer, wishesOf } from '#modules/trade';
import type { OrderState } from '#modules/trade';
import { pictureOf } from './pictures.ts';
import type { Shown } from './pictures.ts';

export interface Yours {
  orders: { id: string; state: OrderState; title: string; more: number; picture: Shown | undefined }[];
  cheaper: { variant: string; product: string; title: string; now: Money; was: Money; picture: Shown | undefined }[];
}

/** What waits for the person themselves stands first. */
const underWay: readonly OrderState[] = ['placed', 'delivered', 'refunding', 'dispatched', 'funded'];
const mostOrders = 4;
const mostWishes = 2;

export async function yoursOf(locals: App.Locals): Promise<Yours> {
  const { by, currency, locale } = locals;
  const nothing = { wishes: [] };
  const [{ orders }, { wishes }] = await Promise.all([
    locals.ask(ordersOfBuyer, { state: underWay.join(','), limit: 12 }),
    by.kind === 'person' ? locals.ask(wishesOf, { currency, locale, limit: 20 }) : nothing,
  ]);
  return {
    orders: orders
      .sort((a, b) => underWay.indexOf(a.state) - underWay.indexOf(b.state))
      .slice(0, mostOrders)
      .map(({ id, state, lines }) => ({
        id,
        state,
        title: lines[0]?.title ?? '',
        more: lines.length - 1,
        picture: pictureOf(lines[0]?.picture, { listed: true }),
      })),
    cheaper: wishes
      .flatMap(({ variant, product, title, now, was, stock, picture }) => {
        const can = stock === 'there' || stock === 'few';
        return can && was && was.currency === now.currency && now.minor < was.minor
          ? [{ variant, product, title, now, was, picture: pictureOf(picture, { listed: true }) }]
          : [];
      })
      .slice(0, mostWishes),
  };
}
