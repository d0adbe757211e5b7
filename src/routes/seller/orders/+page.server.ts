import { countryName } from '#kernel/place';
import { titlesOf } from '#modules/catalogue';
import { orderCountsOfStore, ordersOfStore } from '#modules/trade';
import { storeAt } from '#lib/server/seller-at-store.ts';
import { beforeIn, placeIn } from '#lib/seller/trail.ts';
import { pictureOf } from '#lib/server/pictures.ts';
import type { PageServerLoad } from './$types';

/** The tabs and the states that each of them shows. */
const tabs = {
  funded: ['funded'],
  dispatched: ['dispatched'],
  delivered: ['delivered'],
  completed: ['completed'],
  ended: ['refunding', 'refunded'],
} as const;
type Tab = keyof typeof tabs;
const isTab = (text: string | null): text is Tab => text !== null && Object.hasOwn(tabs, text);

export const load: PageServerLoad = async ({ locals, url }) => {
  const store = storeAt(locals);
  const asked = url.searchParams.get('state');
  const tab = isTab(asked) ? asked : undefined;
  const text = (url.searchParams.get('q') ?? '').slice(0, 200);
  const before = beforeIn(url);
  const [page, counts] = await Promise.all([
    locals.ask(ordersOfStore, {
      store,
      text,
      ...(tab ? { state: tabs[tab].join(',') } : {}),
      ...(before ? { before } : {}),
    }),
    locals.ask(orderCountsOfStore, { store }),
  ]);
  const products = (page?.orders ?? []).flatMap(({ lines }) => lines.slice(0, 1).map(({ product }) => product));
  const titles = await locals.ask(titlesOf, { products, locale: locals.locale });
  const titleOf = new Map(titles.map(({ product, title }) => [product, title]));
  const count = (states: readonly string[]) =>
    counts.reduce((sum, one) => (states.includes(one.state) ? sum + one.orders : sum), 0);
  return {
    now: locals.house.clock.now(),
    tab,
    text,
    counts: Object.fromEntries(Object.entries(tabs).map(([name, states]) => [name, count(states)])) as Record<
      Tab,
      number
    >,
    total: counts.reduce((sum, one) => sum + one.orders, 0),
    orders: (page?.orders ?? []).map(
      ({
        id,
        number,
        name,
        country,
        state,
        placed_at,
        dispatch_by,
        currency,
        goods_minor,
        carriage_minor,
        carriage,
        lines,
      }) => ({
        id,
        number,
        name,
        country: countryName(country, locals.locale),
        state,
        placedAt: placed_at,
        dispatchBy: state === 'funded' ? dispatch_by : null,
        total: { currency, minor: goods_minor + carriage_minor },
        line: carriage.by === 'line' ? carriage.name : undefined,
        pieces: lines.reduce((sum, line) => sum + line.quantity, 0),
        title: titleOf.get(lines[0]?.product ?? '') || (lines[0]?.title ?? ''),
        others: lines.length - 1,
        picture: pictureOf(lines[0]?.picture),
      }),
    ),
    place: placeIn(url, page?.next ?? null),
  };
};
