/** The report's part about orders: how they stand, and those with a story of their own. */
import type { Placed } from '#modules/trade';
import type { Repair, Story } from './story.ts';
import type { Seen } from './seen.ts';
import { count, many, reais, table, tally } from './words.ts';

export interface Section {
  title: string;
  lines: string[];
  /** What is not as it must be, and that nothing explains. */
  wrong: string[];
}

const nothing: Section = { title: '', lines: [], wrong: [] };

export interface Told {
  stories: readonly Story[];
  placed: ReadonlyMap<string, Placed>;
  refused: readonly { order: string; step: string; refusal: { no: string } }[];
  seen: Seen;
}

/** How the orders of one of the data's orders stand here: one word when all agree. */
function standing({ placed, seen }: Told, { order }: Story): string {
  const purchase = placed.get(order.id)?.purchase;
  const states = new Set((purchase ? (seen.orders.get(purchase) ?? []) : []).map(({ state }) => state));
  return states.size === 0 ? 'not there' : [...states].sort().join(' and ');
}

const usual = [
  'placed',
  'lapsed',
  'cancelled',
  'funded',
  'dispatched',
  'delivered',
  'completed',
  'refunding',
  'refunded',
];

export function byState(told: Told): Section {
  const states = told.stories.map((story) => ({ story, here: standing(told, story) }));
  const statuses = [...tally(told.stories.map(({ order }) => order.status))].sort(([, a], [, b]) => b - a);
  const columns = [...new Set(states.map(({ here }) => here))].sort((a, b) => usual.indexOf(a) - usual.indexOf(b));
  const rows = statuses.map(([status, number]) => [
    status,
    count(number),
    ...columns.map((column) => {
      const found = states.filter(({ story, here }) => story.order.status === status && here === column).length;
      return found === 0 ? '·' : count(found);
    }),
  ]);
  const odd = states.filter(({ story, here }) => !story.mayEnd.includes(here));
  return {
    title: 'Orders by state',
    lines: [
      ...table(['in the data', 'orders', ...columns], rows),
      '',
      'An order of the data is a purchase here, with an order for each store. "delivered" is completed here when the buyer’s',
      'time to object was over before the data end; "shipped" is dispatched; "invoiced" and "processing" are funded; "canceled"',
      'and "unavailable" are refunded, or cancelled where no payment was approved.',
    ],
    wrong: odd.map(({ story, here }) => `Order ${story.order.id}, in the data ${story.order.status}, is ${here} here.`),
  };
}

/** Orders of which the data know no payment. */
export function withoutPayment(told: Told): Section {
  const found = told.stories.filter(({ order }) => order.payments.length === 0);
  return {
    title: 'Orders without a payment',
    lines: found.flatMap((story) => {
      const { order, price } = story;
      const refusal = told.refused.find((one) => one.order === order.id);
      return [
        `${order.id}: placed ${dayOf(order.placedAt)}, in the data ${order.status}, ${reais(price.total)}, and the data know of no payment`,
        `at all.${told.stories[0] === story ? ' It is the first order that they have.' : ''} Here it waited for its money in vain and is ${standing(told, story)}.`,
        ...(refusal
          ? [
              `When the data say that its parcel left, the house refused: ${refusal.refusal.no.replaceAll('_', ' ')}. Goods do not leave before the money is here.`,
            ]
          : []),
      ];
    }),
    wrong: told.refused
      .filter(({ order }) => !found.some((one) => one.order.id === order))
      .map(({ order, step, refusal }) => `${step} of order ${order} was refused: ${refusal.no}.`),
  };
}

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);

export function withoutGoods(told: Told): Section {
  const found = told.stories.filter(({ price }) => price.unnamed);
  const kinds = [
    ...tally(
      found.map(
        (story) => `${story.order.status}${story.paid ? '' : ', no payment approved'} → ${standing(told, story)}`,
      ),
    ),
  ];
  if (found.length === 0) return nothing;
  return {
    title: 'Orders without goods',
    lines: [
      `${many(found.length, 'order')} of the data ${found.length === 1 ? 'has' : 'have'} no rows of goods, only payments. Each was placed with a stand-in that costs what`,
      'was paid, of a store that nobody names, so that its money goes the way that money goes.',
      ...kinds.map(([kind, number]) => `  ${count(number).padStart(5)}  ${kind}`),
    ],
    wrong: [],
  };
}

export function ofSeveralStores(told: Told): Section {
  const sizes = tally(told.stories.map(({ price }) => price.stores.length));
  const several = [...sizes].filter(([stores]) => stores > 1);
  const orders = [...sizes].reduce((total, [stores, number]) => total + stores * number, 0);
  const here = [...told.seen.orders.values()].reduce((total, one) => total + one.length, 0);
  return {
    title: 'Orders of several stores',
    lines: [
      `${many(
        several.reduce((total, [, number]) => total + number, 0),
        'order',
      )} of the data ${several.map(([stores, number]) => `(${count(number)} of ${stores} stores)`).join(' ')} became one purchase each, with an order per store:`,
      `${many(told.stories.length, 'purchase')} here are ${many(here, 'order')}.`,
    ],
    wrong: orders === here ? [] : [`There should be ${orders} orders here, and there are ${here}.`],
  };
}

const repairs: Record<Repair, string> = {
  handed_over_before_it_was_paid:
    'left before the payment was approved: here they leave when the money is there; the scan keeps its time',
  handed_over_before_it_was_placed: 'left before they were placed: the scan is taken as of the moment of placing',
  delivered_before_it_was_handed_over: 'arrived before they left, or before they were paid: delivered right after',
  payment_has_no_time: 'were delivered, but their payment has no time: taken as paid when the parcel left',
};

export function repaired(told: Told): Section {
  const counts = tally(told.stories.flatMap((story) => story.repairs));
  if (counts.size === 0) return nothing;
  return {
    title: 'Times that contradict each other',
    lines: (Object.keys(repairs) as Repair[]).map(
      (repair) => `${count(counts.get(repair) ?? 0).padStart(5)}  ${repairs[repair]}`,
    ),
    wrong: [],
  };
}

export function late(told: Told): Section {
  const isLate = (at: Date | null | undefined, { order }: Story): boolean => Boolean(at && at > order.promisedAt);
  const there = told.stories.filter((story) => isLate(story.order.deliveredAt, story));
  const here = told.stories.filter((story) => arrivals(told, story).some((at) => isLate(at, story)));
  const missing = there.filter((story) => !here.includes(story));
  const explained = missing.filter(({ paid }) => !paid);
  const byDay = there.filter(({ order }) => dayOf(order.deliveredAt!) > dayOf(order.promisedAt));
  return {
    title: 'Delivered late',
    lines: [
      `in the data ${count(there.length)}, here ${count(here.length)} (after the moment that was promised; ${count(byDay.length)} of the data’s on a later day)`,
      ...(explained.length > 0
        ? [
            `${many(explained.length, 'order')} of the difference ${explained.length === 1 ? 'was' : 'were'} never paid, and so not delivered here.`,
          ]
        : []),
    ],
    wrong: [...missing.filter(({ paid }) => paid), ...here.filter((story) => !there.includes(story))].map(
      ({ order }) => `Order ${order.id} is late in one place only.`,
    ),
  };
}

function arrivals({ placed, seen }: Told, { order }: Story): (Date | undefined)[] {
  return (placed.get(order.id)?.orders ?? []).map((one) => seen.deliveredAt.get(one.order));
}
