/** Everybody who may stand at a door, and things that belong to some of them: Ana's order at Mei's, Mei's store and its papers. */
import { newId } from '#kernel/id';
import { must } from '#kernel/result';
import { draftProduct } from '#modules/catalogue';
import { requestPayout } from '#modules/finance';
import { shipmentsOf } from '#modules/logistics';
import { setPayoutAccount } from '#modules/parties';
import { acceptDelivery } from '#modules/trade';
import { system } from '#platform/actor';
import type { Actor, StaffRole, StoreRole } from '#platform/actor';
import { money } from '#kernel/money';
import { samplePicture } from '../sample-picture.ts';
import { kettleListing, openTown, paulista } from '../town.ts';
import type { Town } from '../town.ts';
import { openAskers } from './askers.ts';
import type { Answer, Role } from './askers.ts';

/** What stands in a path's braces: all of it Mei's or Ana's. */
export type Things = Readonly<Record<string, string>>;

export interface Everybody {
  town: Town;
  things: Things;
  /** Words that only some may read: each with those who may. */
  secrets: readonly { what: string; word: string; may: readonly Role[] }[];
  headers(role: Role): Record<string, string>;
  knock(role: Role, method: string, path: string, body?: object): Promise<Answer>;
}

const shopper = { country: 'BR', currency: 'BRL', locale: 'pt-BR', taxId: '390.533.447-05' };
const street = 'Rua das Canárias';

export async function openEverybody({ pages = false } = {}): Promise<Everybody> {
  const town = await openTown('2026-03-02T09:00:00Z', { pages });
  const { headers, persons, signIn, enrolled, knock, told } = openAskers(town);

  // Stores with their people.
  const mei = await town.seller('Mei, Shenzhen', { stock: 50 });
  const hao = await town.seller('Hao, Jingdezhen');
  await signIn('owner', mei.actor.id);
  await signIn('rival', hao.actor.id);
  const joins = async (person: string, role: StoreRole) =>
    town.house.db.query(
      `insert into parties.members (store, person, roles, since) values ('${mei.store}', '${person}', array['${role}'], now())`,
    );
  for (const role of ['products', 'orders', 'finance'] as const) {
    const person = await enrolled(`wei-${role}`);
    await joins(person, role);
    await signIn(role, person);
  }
  await joins(await enrolled('spare-member'), 'products');
  const account = {
    holder: 'Mei Lin',
    country: 'CN',
    currency: 'CNY',
    number: '6222020200112277991',
    bank: '102584000008',
  };
  must(await town.does(mei.actor, setPayoutAccount, { store: mei.store, ...account }));

  // The platform's staff.
  const staff: [Role, StaffRole][] = [
    ['admission', 'admission'],
    ['listings', 'listings'],
    ['orderDesk', 'orders'],
    ['money', 'money'],
    ['rules', 'rules'],
    ['admin', 'admin'],
  ];
  for (const [role, work] of staff) {
    const by = await town.staff(`Desk ${role}`, [work]);
    await signIn(role, by.id);
  }
  const spareStaff = await town.staff('Spare of the desk', ['listings']);

  // Buyers: Ana with an account, Gil as a guest.
  for (const role of ['ana', 'bia'] as const) await signIn(role, await enrolled(role));
  const gil = newId(town.house.clock.now()).replaceAll('-', '');
  headers.set('guest', { cookie: `entrepot_guest=${gil}` });
  const order = await buys('ana');
  const third = await buys('ana');
  const unpaid = await buys('ana', false);
  await buys('guest');
  must(await mei.dispatches(order.order));
  await town.carries(order.order, 'delivered');
  must(await town.does({ ...mei.actor, id: persons.get('ana')! } as Actor, acceptDelivery, order));
  must(await mei.dispatches(third.order));
  const payout = must(await town.does(mei.actor, requestPayout, { store: mei.store, amount: money('CNY', 10_000n) }));
  await town.settle();
  const shipment = (await town.ask(system, shipmentsOf, { order: third.order }))[0]!.shipment;

  async function buys(role: 'ana' | 'guest', pays = true) {
    await told(role, 'POST', '/cart/lines', { variant: mei.kettle, quantity: 1 });
    const address = { ...paulista, street };
    const email = role === 'ana' ? 'ana@secret.test' : 'gil@secret.test';
    const form = {
      ...shopper,
      email,
      name: `Person ${role}`,
      address,
      method: 'card',
      carriage: { [mei.store]: 'seller:standard' },
    };
    const placed = (await told(role, 'POST', '/purchases', form)) as unknown as {
      purchase: string;
      secret: string;
      payment: string;
      orders: { order: string }[];
    };
    await town.settle();
    if (pays) town.world.provider.pay(town.world.provider.ofReference(placed.payment)[0]!.id);
    await town.settle();
    return { ...placed, order: placed.orders[0]!.order };
  }

  const wish = { text: 'Does it keep the water warm?', locale: 'en' };
  const asked = await told('ana', 'POST', `/products/${mei.product}/questions`, wish);

  // What Mei has not shown to anybody.
  const listing = { ...kettleListing(20_000, 5), titles: { en: 'Secret kettle of autumn' } };
  const draft = must(await town.does(mei.actor, draftProduct, { store: mei.store, ...listing }));
  const made = async (role: Role, store: string, name: string) =>
    told(role, 'POST', `/stores/${store}/keys`, { name, roles: ['orders'] });
  const key = await made('owner', mei.store, 'Secret warehouse');
  const spareKey = await made('owner', mei.store, 'Spare key');
  headers.set('key', { authorization: `Bearer ${key['secret']}` });
  headers.set('rivalKey', { authorization: `Bearer ${(await made('rival', hao.store, 'Theirs'))['secret']}` });
  const guest = { email: 'invited@secret.test', roles: ['orders'], locale: 'en' };
  const hook = { url: 'http://127.0.0.1:9/secret-hook', events: ['payout.paid'] };
  const webhook = await told('owner', 'POST', `/stores/${mei.store}/webhooks`, hook);
  const tried = await told('owner', 'POST', `/stores/${mei.store}/webhooks/${webhook['endpoint']}/tests`, {});
  const invited = await told('owner', 'POST', `/stores/${mei.store}/invitations`, guest);
  const application = { name: 'Mei second', kind: 'company', country: 'CN', currency: 'CNY' };
  const second = await told('owner', 'POST', '/stores', application);
  const { rows } = await town.house.db.query(
    `select body -> 'papers' -> 0 ->> 'paper' as kind from parties.identity_rules where country in ('CN', '*') and kind = 'company' order by country desc limit 1`,
  );
  const paper = await told('owner', 'POST', `/stores/${second['store']}/papers`, {
    kind: (rows[0] as { kind: string }).kind,
    content: await samplePicture(),
  });
  const anas = JSON.parse((await knock('ana', 'GET', '/api/v1/me/sessions')).text) as {
    sessions: { session: string }[];
  };
  const address = await told('ana', 'POST', '/me/addresses', { country: 'BR', name: 'Ana Souza', ...paulista, street });
  const copy = await told('ana', 'POST', '/me/copies');
  const { rows: parts } = await town.house.db.query(`select id from payments.refund_parts limit 1`);
  await town.settle();

  const nobody = newId(town.house.clock.now());
  const things: Things = {
    store: mei.store,
    'application.store': second['store']!,
    slug: hao.store,
    paper: paper['paper']!,
    person: persons.get('spare-member')!,
    staffPerson: spareStaff.id,
    invitation: invited['invitation']!,
    token: 'no-such-token',
    key: spareKey['key']!,
    endpoint: webhook['endpoint']!,
    delivery: tried['delivery']!,
    session: anas.sessions[0]!.session,
    copy: copy['copy']!,
    id: address['id'] ?? address['address'] ?? nobody,
    product: draft.product,
    'live.product': mei.product,
    variant: draft.variants[0]!,
    'live.variant': mei.kettle,
    order: order.order,
    'open.order': third.order,
    purchase: order.purchase,
    'open.purchase': unpaid.purchase,
    payment: order.payment,
    payout: payout.payout,
    shipment,
    part: (parts[0] as { id: string } | undefined)?.id ?? nobody,
    line: 'meridian',
    category: 'kettles',
    currency: 'BRL',
    code: 'card',
    source: 'payments',
    question: asked['question']!,
  };
  const insiders: Role[] = ['owner', 'products', 'orders', 'finance', 'key', 'admission', 'admin'];
  const deskOfOrders: Role[] = ['orderDesk', 'money', 'admin'];
  return {
    town,
    things,
    headers: (role) => headers.get(role)!,
    knock,
    secrets: [
      { what: "Ana's mail", word: 'ana@secret.test', may: ['ana', ...deskOfOrders] },
      { what: "the guest's mail", word: 'gil@secret.test', may: ['guest', ...deskOfOrders] },
      { what: "the buyers' street", word: street, may: ['ana', 'guest', 'owner', 'orders', 'key', ...deskOfOrders] },
      { what: 'what the guest is known by', word: gil, may: ['guest'] },
      { what: "the key of Ana's purchase", word: order.secret, may: ['ana'] },
      { what: "Ana's session", word: anas.sessions[0]!.session, may: ['ana'] },
      { what: "the store's account", word: account.number, may: [] },
      { what: "the account's last signs", word: '7991', may: ['owner', 'finance', 'money', 'admission', 'admin'] },
      { what: 'a listing nobody has seen', word: 'Secret kettle', may: ['owner', 'products', 'listings', 'admin'] },
      { what: "the store's people", word: 'wei-orders@secret.test', may: insiders },
      { what: 'whom the store invited', word: 'invited@secret.test', may: ['owner', 'admission', 'admin'] },
      { what: "the store's keys", word: 'Secret warehouse', may: ['owner', 'admission', 'admin'] },
      { what: "the store's address for webhooks", word: 'secret-hook', may: ['owner'] },
      { what: "a key's secret", word: key['secret']!, may: [] },
      { what: 'the people of the desk', word: 'spareofthedesk@people.test', may: ['admin'] },
    ],
  };
}
