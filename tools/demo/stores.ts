/** The demo's stores and goods: each store opened, its goods brought in together. */
import { must } from '#kernel/result';
import type { Result } from '#kernel/result';
import { bringIn, setDigitalGood } from '#modules/catalogue';
import type { Picture } from '#modules/catalogue';
import { setCarriage } from '#modules/logistics';
import { enrol, enrolStore, setPayoutAccount } from '#modules/parties';
import { system } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { perform } from '#platform/perform';
import type { Deed } from '#platform/work';
import type { Street } from '../simulate/street.ts';
import { goodsOf, mostGoods } from './goods.ts';
import type { Good } from './goods.ts';
import { stores } from './lexicon.ts';
import type { StoreEntry } from './lexicon.ts';
import { currencyOf, listingOf, minorIn, productId } from './listings.ts';
import { makeAlbum, ways } from './pictures.ts';
import type { Album } from './pictures.ts';

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

export interface DemoSize {
  /** How many of the goods; all when left out. */
  goods?: number;
  /** Pictures are left out where nobody looks. */
  pictures?: boolean;
}

/** Opens the stores and lists their goods; answers their owners. */
export async function openDemoHouse(
  street: Street,
  progress: (text: string) => void,
  { goods: most = mostGoods, pictures = true }: DemoSize = {},
): Promise<Actor[]> {
  const does = doesIn(street, 'stores');
  await street.round();
  const sellers: Actor[] = [];
  for (const store of stores) sellers.push(await openDemoStore(does, store));
  const goods = goodsOf(most);
  const album: Album = pictures
    ? await makeAlbum(
        street.house,
        { emojis: goods.map(({ noun }) => noun.emoji), store: sellers[0]!.stores[0]!.store },
        (done, of) => progress(`pictures: ${done} of ${of}`),
      )
    : () => [];
  let listed = 0;
  for (const [n, store] of stores.entries()) {
    const theirs = goods.filter((good) => good.store === store);
    await bringGoods(does, sellers[n]!, theirs, album);
    listed += theirs.length;
    progress(`products: ${listed} of ${goods.length}`);
  }
  await street.settle();
  return sellers;
}

/** Bank accounts as each country writes them; nobody's. */
const accounts: Record<string, { number: string; bank: string } | { iban: string }> = {
  CN: { number: '6222020200112233446', bank: '102584000008' },
  BR: { bank: '001/1234-5', number: '12345-6' },
  DE: { iban: 'DE89370400440532013000' },
  PT: { iban: 'PT50000201231234567890154' },
};

async function openDemoStore(does: Does, entry: StoreEntry): Promise<Actor> {
  const { name, about, city, country, owner } = entry;
  const currency = currencyOf[country]!;
  const [first] = owner.split(' ');
  const { person } = await does(system, enrol, {
    email: `${first!.toLowerCase()}@demo.entrepot.test`,
    name: owner,
    locale: country === 'BR' ? 'pt-BR' : 'en',
    country,
    currency,
    passwordHash,
  });
  const { store } = await does(system, enrolStore, {
    owner: person,
    name,
    about,
    kind: 'company',
    country,
    currency,
    city,
    why: 'Part of the demo.',
  });
  const actor: Actor = { id: person, kind: 'person', name: owner, stores: [{ store, roles: ['owner'] }], staff: [] };
  await does(actor, setPayoutAccount, { store, holder: owner, country, currency, ...accounts[country]! });
  await does(actor, setCarriage, { store, zones: zonesOf(country) });
  return actor;
}

/** The neighbours, and everybody else. */
function zonesOf(country: string) {
  const zone = (name: string, countries: string[], base: number, perKg: number, days: readonly [number, number]) => ({
    name,
    countries,
    base: BigInt(minorIn(country, base)),
    perKg: BigInt(minorIn(country, perKg)),
    freeFrom: null,
    maxGrams: 20_000,
    days,
  });
  const neighbours: Record<string, string[]> = {
    CN: ['JP', 'KR', 'HK', 'TW', 'SG', 'TH', 'VN', 'MY'],
    BR: ['BR'],
    DE: ['DE', 'AT', 'FR', 'NL', 'PL', 'IT', 'ES', 'PT'],
    PT: ['PT', 'ES', 'FR', 'DE'],
  };
  return [
    zone(country === 'CN' ? 'Asia' : 'Near', neighbours[country]!, 22, 28, [6, 14]),
    zone('Everywhere else', ['*'], 38, 52, [12, 28]),
  ];
}

async function bringGoods(does: Does, seller: Actor, goods: readonly Good[], album: Album): Promise<void> {
  const { store } = seller.stores[0]!;
  if (goods.length === 0) return;
  const currency = currencyOf[goods[0]!.store.country]!;
  const picturesOf = ({ noun, round }: Good): Picture[] => album(noun.emoji, round % ways);
  const products = goods.map((good) => ({ id: productId(good), listing: listingOf(good, picturesOf(good)) }));
  const { leftOut } = await does(system, bringIn, { store, currency, products });
  if (leftOut.length > 0) throw new Error(`The demo's goods break a rule: ${JSON.stringify(leftOut.slice(0, 3))}`);
  for (const { id, listing } of products.filter((one) => one.listing.kind === 'digital'))
    for (const variant of listing.variants)
      await does(seller, setDigitalGood, {
        product: id,
        variant: variant.id,
        text: `ENTR-${variant.id.slice(-12).toUpperCase()}`,
      });
}
