import { countryName } from '#kernel/place';
import { listingsToMend, titlesOf } from '#modules/catalogue';
import { balanceOfStore, moneyComing } from '#modules/finance';
import type { MoneyComing } from '#modules/finance';
import { carriageOf, parcelsOfStore } from '#modules/logistics';
import { questionsOfStore } from '#modules/messaging';
import { ordersToShip } from '#modules/trade';
import { worksFor } from '#platform/actor';
import { storeAt } from '#lib/server/seller-at-store.ts';
import type { PageServerLoad } from './$types';

const oldestShown = 3;

/** The store's own share of all that comes: what the list of days adds up to. */
function inAll({ currency, days, travelling, toSend }: MoneyComing) {
  const parts = [travelling, toSend, ...days.map(({ released: minor, orders }) => ({ minor, orders }))];
  return {
    currency,
    minor: parts.reduce((sum, { minor }) => sum + minor, 0n),
    orders: parts.reduce((sum, { orders }) => sum + orders, 0),
  };
}

/** Everybody sees the part that is their work. */
export const load: PageServerLoad = async ({ locals }) => {
  const store = storeAt(locals);
  const { locale, by } = locals;
  const ships = worksFor(by, store, 'orders');
  const [toShip, talk, parcels, listings, carriage, money, coming] = await Promise.all([
    locals.ask(ordersToShip, { store, limit: 12 }),
    locals.ask(questionsOfStore, { store, locale }),
    ships ? locals.ask(parcelsOfStore, { store, notBooked: true, limit: 10 }) : undefined,
    locals.ask(listingsToMend, { store, locale }),
    ships ? locals.ask(carriageOf, { store }) : undefined,
    locals.ask(balanceOfStore, { store }),
    locals.ask(moneyComing, { store }),
  ]);
  const titles = await locals.ask(titlesOf, { products: (toShip?.orders ?? []).map(({ product }) => product), locale });
  const titleOf = new Map(titles.map(({ product, title }) => [product, title]));
  return {
    now: locals.house.clock.now(),
    toShip: toShip && {
      ...toShip,
      orders: toShip.orders.map((order) => ({
        ...order,
        title: titleOf.get(order.product) || order.title,
        country: countryName(order.country, locale),
      })),
    },
    labels: (parcels?.parcels ?? []).map(({ shipment, order, reference, booking, problem }) => ({
      shipment,
      order,
      reference,
      booking,
      problem,
    })),
    // The oldest come first: they have waited longest.
    talk: talk && { waiting: talk.waiting, oldest: talk.questions.slice(0, oldestShown) },
    listings,
    carries: carriage === undefined || carriage.zones.length > 0,
    ownsStore: worksFor(by, store, 'owner'),
    money: money && {
      balances: money.balances,
      account: money.account !== null,
      last4: money.account?.last4,
      weekly: money.plan.weekly,
    },
    coming,
    comingInAll: coming && inAll(coming),
  };
};
