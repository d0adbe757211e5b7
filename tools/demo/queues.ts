/** What waits for the desk when the demo opens: stores that apply, listings to look at, refunds that failed, of several ages. */
import { must } from '#kernel/result';
import { addPicture, draftProduct, refuseProduct, submitProduct, suspendProduct } from '#modules/catalogue';
import type { ListingInput } from '#modules/catalogue';
import { bringPaper, enrol, openStore, saveApplication, submitApplication } from '#modules/parties';
import { refundByDesk } from '#modules/payments';
import { system } from '#platform/actor';
import type { Actor } from '#platform/actor';
import type { Play } from '../simulate/simulate.ts';
import { goodsOf, mostGoods } from './goods.ts';
import type { Good } from './goods.ts';
import { listingOf, productId } from './listings.ts';
import { drawPicture, ways } from './pictures.ts';
import { passwordHash } from './stores.ts';

const day = 86_400_000;

interface Applicant {
  daysAgo: number;
  name: string;
  store: string;
  legal: string;
  about: string;
  /** Unified social credit code; invented, with its check digit. */
  code: string;
  city: [city: string, region: string, street: string, postalCode: string];
}

const applicants: readonly Applicant[] = [
  {
    daysAgo: 6.3,
    name: 'Wen Bai',
    store: 'Baiyun Bamboo',
    legal: '白云竹艺有限公司',
    about: 'Bamboo things for kitchen and bath.',
    code: '9133010200000001',
    city: ['杭州市', '浙江省', '文三路90号', '310000'],
  },
  {
    daysAgo: 3.1,
    name: 'Qing Lu',
    store: 'Luqing Lenses',
    legal: '绿青光学有限公司',
    about: 'Binoculars and magnifiers.',
    code: '9132050000000002',
    city: ['苏州市', '江苏省', '干将东路12号', '215000'],
  },
  {
    daysAgo: 1.4,
    name: 'Hai Song',
    store: 'Songhai Ropes',
    legal: '松海绳缆有限公司',
    about: 'Ropes for boats, tents and swings.',
    code: '9137020000000003',
    city: ['青岛市', '山东省', '香港中路8号', '266000'],
  },
  {
    daysAgo: 0.3,
    name: 'Fang Deng',
    store: 'Dengfang Candles',
    legal: '灯芳蜡烛有限公司',
    about: 'Candles of soy wax.',
    code: '9135020000000004',
    city: ['厦门市', '福建省', '湖滨南路6号', '361000'],
  },
];

/** GB 32100-2015: the last sign checks the seventeen before it. */
function withCheck(sixteen: string): string {
  const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  const body = `${sixteen}A`;
  let sum = 0;
  let weight = 1;
  for (const sign of body) {
    sum += signs.indexOf(sign) * weight;
    weight = (weight * 3) % 31;
  }
  return body + signs[(31 - (sum % 31)) % 31]!;
}

export function planQueues(play: Play, { sellers, end }: { sellers: readonly Actor[]; end: Date }): void {
  const at = (daysAgo: number, what: string, act: () => Promise<void>): void => {
    const when = new Date(end.getTime() - daysAgo * day);
    if (when > play.street.house.clock.now()) play.agenda.at(when, what, act);
  };
  for (const one of applicants) at(one.daysAgo, 'a store applies', () => applies(play, one));
  const extra = goodsOf(mostGoods + 40)
    .slice(mostGoods)
    .filter(({ digital }) => !digital);
  [5.2, 3.9, 2.6, 1.8, 0.9, 0.4, 0.2].forEach((daysAgo, n) =>
    at(daysAgo, 'a seller lists', () => lists(play, sellerOf(sellers, extra[n * 4]!), extra[n * 4]!)),
  );
  at(8.5, 'the desk refuses a listing', () => isRefused(play, sellerOf(sellers, extra[2]!), extra[2]!));
  at(7.5, 'the desk suspends a listing', () => suspends(play, goodsOf(60)[57]!));
  // For two days the provider's banks send refunds back.
  at(5.5, 'refunds begin to fail', () => set(play, { refunds: 'failed', rate: 1 }));
  at(5.4, 'the desk gives money back', () => givesBack(play, 2));
  at(3.2, 'the desk gives money back', () => givesBack(play, 1));
  at(1.2, 'refunds go through again', () => set(play, {}));
}

const sellerOf = (sellers: readonly Actor[], good: Good): Actor =>
  sellers.find(({ name }) => name === good.store.owner)!;

async function set({ street }: Play, faults: object): Promise<void> {
  street.world.provider.faults(faults);
}

async function applies({ street }: Play, one: Applicant): Promise<void> {
  const email = `${one.name.split(' ')[0]!.toLowerCase()}@applicant.entrepot.test`;
  const about = { email, name: one.name, locale: 'en', country: 'CN', currency: 'CNY', passwordHash };
  const { person } = must(await street.does(`applicant ${email}`, system, enrol, about));
  const by: Actor = { id: person, kind: 'person', name: one.name, stores: [], staff: [] };
  const wish = { name: one.store, kind: 'company' as const, country: 'CN', currency: 'CNY' };
  const { store } = must(await street.does(`begin ${email}`, by, openStore, wish));
  const owner: Actor = { ...by, stores: [{ store, roles: ['owner'] }] };
  const [city, region, road, postalCode] = one.city;
  must(
    await street.does(`fill ${email}`, owner, saveApplication, {
      store,
      about: one.about,
      identity: { legal_name: one.legal, register_number: withCheck(one.code), representative: one.name },
      address: { name: one.name, street: road, city, region, postalCode },
      phone: '138 0013 8000',
    }),
  );
  const bytes = await drawPicture('1f4dc', 0);
  for (const kind of ['business_licence', 'representative_identity'])
    must(await bringPaper({ house: street.house, by: owner, key: `${kind} ${email}` }, { store, kind, bytes }));
  must(await street.does(`apply ${email}`, owner, submitApplication, { store }));
}

/** A new listing that waits for the desk. */
async function lists({ street }: Play, seller: Actor, good: Good): Promise<void> {
  const { store } = seller.stores[0]!;
  const { pictures: _none, variants, ...listing } = listingOf(good, []);
  const input: ListingInput & { store: string } = {
    ...listing,
    store,
    variants: variants.map(({ id: _id, ...variant }) => variant),
  };
  const { product } = must(await street.does(`draft ${good.n}`, seller, draftProduct, input));
  const data = (await drawPicture(good.noun.emoji, good.round % ways)).toString('base64');
  must(await street.does(`picture ${good.n}`, seller, addPicture, { product, data }));
  must(await street.does(`submit ${good.n}`, seller, submitProduct, { product }));
}

async function isRefused(play: Play, seller: Actor, good: Good): Promise<void> {
  await lists(play, seller, good);
  const { rows } = await play.street.house.db.query(`
    select id from catalogue.products where state = 'in_review' order by waits_since desc limit 1`);
  const why = 'The description names a voltage, the attributes name none.';
  const { id: product } = (rows as { id: string }[])[0]!;
  await play.street.does(`refuse ${good.n}`, system, refuseProduct, { product, why });
}

async function suspends({ street }: Play, good: Good): Promise<void> {
  const why = 'Two buyers reported that the picture shows another model.';
  await street.does(`suspend ${good.n}`, system, suspendProduct, { product: productId(good), why });
}

async function givesBack({ street, counts }: Play, many: number): Promise<void> {
  const { rows } = await street.house.db.query(`
    select o.id from trade.orders o where o.state in ('delivered', 'dispatched') order by o.placed_at limit ${many}`);
  for (const { id: order } of rows as { id: string }[]) {
    const said = await street.does(`gives back ${order}`, system, refundByDesk, { order, why: 'It came with a dent.' });
    if (said.ok) counts.refunded += 1;
  }
}
