/** The demo's stores and goods, through the deeds that sellers and the desk use. */
import { must } from '#kernel/result';
import type { Result } from '#kernel/result';
import { addPicture, draftProduct, listProduct, setDigitalGood, submitProduct } from '#modules/catalogue';
import type { Battery, ListingInput } from '#modules/catalogue';
import { setCarriage } from '#modules/logistics';
import { enrol, enrolStore, setPayoutAccount } from '#modules/parties';
import { system } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { perform } from '#platform/perform';
import type { Deed } from '#platform/work';
import type { Street } from '../simulate/street.ts';
import { colours, editions, goods, stores } from './goods.ts';
import type { DemoStore, Good } from './goods.ts';
import { pictureOf } from './pictures.ts';

/** Of all the demo's people. */
export const password = 'harbour at first light';
/** Its argon2id, made once: with a fresh salt a load that was broken off could not be taken up again under the same keys. */
export const passwordHash =
  '$argon2id$v=19$m=19456,t=2,p=1$zph9fqJhiUQ+3PjakCqjhA$+NwBwN6hJvLudygX7xAyV8jDGTLoTkuQ52tZyRhqWm4';

export type Does = <I, A, R extends { no: string }>(by: Actor, deed: Deed<I, Result<A, R>>, input: I) => Promise<A>;

/** Does deeds one after the other; a refusal is a fault of the demo's data and is thrown. */
export function doesIn({ house }: Street, part: string): Does {
  let count = 0;
  return async (by, deed, input) =>
    must(await perform(house, { key: `demo ${part} ${(count += 1)} ${deed.name}`, by }, deed, input));
}

/** Opens the stores and lists their goods; answers their owners. */
export async function openDemoHouse(street: Street, progress: (text: string) => void): Promise<Actor[]> {
  const does = doesIn(street, 'stores');
  await street.round();
  const sellers: Actor[] = [];
  for (const store of stores) sellers.push(await openDemoStore(does, store));
  const listings = listingsOf();
  for (const [n, listing] of listings.entries()) {
    await list(does, sellers[stores.findIndex((one) => one.code === listing.store)]!, listing);
    if (n % 10 === 9) progress(`products: ${n + 1} of ${listings.length}`);
  }
  await street.settle();
  return sellers;
}

async function openDemoStore(does: Does, store: DemoStore): Promise<Actor> {
  const [first] = store.owner.split(' ');
  const email = `${first!.toLowerCase()}@demo.entrepot.test`;
  const { person } = await does(system, enrol, {
    email,
    name: store.owner,
    locale: 'en',
    country: 'CN',
    currency: 'CNY',
    passwordHash,
  });
  const opened = await does(system, enrolStore, {
    owner: person,
    name: store.name,
    about: store.about.en,
    kind: 'company',
    country: 'CN',
    currency: 'CNY',
    city: store.city,
    why: 'Part of the demo.',
  });
  const actor: Actor = {
    id: person,
    kind: 'person',
    name: store.owner,
    stores: [{ store: opened.store, roles: ['owner'] }],
    staff: [],
  };
  await does(actor, setPayoutAccount, {
    store: opened.store,
    holder: store.owner,
    country: 'CN',
    currency: 'CNY',
    number: '6222020200112233446',
    bank: '102584000008',
  });
  const zone = (name: string, countries: string[], base: number, perKg: number, from: number, to: number) => ({
    name,
    countries,
    base: BigInt(base * 100),
    perKg: BigInt(perKg * 100),
    freeFrom: null,
    maxGrams: 20_000,
    days: [from, to] as const,
  });
  await does(actor, setCarriage, {
    store: opened.store,
    zones: [
      zone('Asia', ['JP', 'KR', 'HK', 'TW', 'SG', 'TH', 'VN', 'MY'], 22, 28, 6, 14),
      zone('Everywhere else', ['*'], 38, 52, 12, 28),
    ],
  });
  return actor;
}

interface DemoListing {
  store: string;
  good: Good;
  edition: (typeof editions)[number];
  n: number;
}

/** Two hundred: every good, all that are shipped once more as a finer one, the first of them a third time. */
function listingsOf(): DemoListing[] {
  const shipped = goods.filter((good) => !good.digital);
  const all = [
    ...goods.map((good) => ({ good, edition: editions[0] })),
    ...shipped.map((good) => ({ good, edition: editions[1] })),
    ...shipped.map((good) => ({ good, edition: editions[2] })),
  ];
  return all.slice(0, 200).map((one, n) => ({ ...one, store: one.good.store, n }));
}

async function list(does: Does, seller: Actor, { good, edition, n }: DemoListing): Promise<void> {
  const store = seller.stores[0]!.store;
  const drafted = await does(seller, draftProduct, { store, ...inputOf(good, edition, n) });
  await does(seller, addPicture, { product: drafted.product, data: await pictureOf(good.emoji) });
  if (good.digital) {
    for (const variant of drafted.variants)
      await does(seller, setDigitalGood, {
        product: drafted.product,
        variant,
        text: `Your copy of “${good.titles.en}”: ENTR-${n}-${variant.slice(-6).toUpperCase()}`,
      });
  }
  await does(seller, submitProduct, { product: drafted.product });
  await does(system, listProduct, { product: drafted.product });
}

/** Electronics hold their battery; a power bank is one. */
function batteryOf({ category }: Good): Battery {
  if (category === 'power-banks') return 'lithium_ion_alone';
  return ['mobile-phones', 'laptops', 'smart-watches'].includes(category) ? 'lithium_ion_inside' : 'none';
}

function inputOf(good: Good, edition: (typeof editions)[number], n: number): ListingInput {
  const price = Math.round(good.price * edition.factor) * 100;
  const coloured = !good.digital && n % 3 === 0;
  const wholesale = good.price < 80 && n % 2 === 0;
  const tiers = wholesale
    ? [
        { from: 1, minor: price },
        { from: 10, minor: Math.round(price * 0.9) },
        { from: 50, minor: Math.round(price * 0.8) },
      ]
    : [{ from: 1, minor: price }];
  const variant = (choice: Record<string, string>, at: number) => ({
    choice,
    tiers,
    sku: `${good.category.slice(0, 3).toUpperCase()}-${n}-${at}`,
    ...(good.digital ? {} : { grams: good.grams, sizeMm: good.sizeMm, onHand: 40 + ((n * 7 + at * 13) % 160) }),
  });
  return {
    category: good.category,
    kind: good.digital ? 'digital' : 'goods',
    titles: { en: good.titles.en + edition.en, 'pt-BR': good.titles['pt-BR'] + edition.pt },
    descriptions: edition.says,
    attributes: good.attributes,
    ...(good.digital ? {} : { hs: good.hs, origin: 'CN', battery: batteryOf(good) }),
    options: coloured
      ? [
          {
            code: 'colour',
            names: { en: 'Colour', 'pt-BR': 'Cor' },
            values: colours.map(({ code, names }) => ({ code, names })),
          },
        ]
      : [],
    variants: coloured ? colours.map(({ code }, at) => variant({ colour: code }, at)) : [variant({}, 0)],
  };
}
