/**
 * Anybody tries anything at any time: deeds drawn by chance, right and wrong ones, by those who may and those who may not. The
 * house must answer what the model answers, every order must stand where the model has it, as many goods must be left, and no
 * law of the house be broken, after each step.
 *
 * | variable | meaning | default |
 * |---|---|---|
 * | WALK_STEPS | how long | 70 |
 * | WALK_SEEDS | which, with commas | a, b |
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { offersOf, setStock } from '#modules/catalogue';
import { refundByDesk } from '#modules/payments';
import { cancelOrder } from '#modules/trade';
import { system } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { chanceOf } from '../../tools/simulate/chance.ts';
import type { Chance } from '../../tools/simulate/chance.ts';
import { brokenLaws, disagreements } from '../laws.ts';
import { openTown } from '../town.ts';
import type { Buyer, Seller, Town } from '../town.ts';
import { Model } from './order-model.ts';
import type { ModelOrder, Side } from './order-model.ts';

const steps = Number(process.env['WALK_STEPS'] ?? 70);
const seeds = (process.env['WALK_SEEDS'] ?? 'a,b').split(',');

let town: Town;
let desk: Actor;
beforeAll(async () => {
  town = await openTown('2026-03-02T09:00:00Z');
  desk = await town.staff('Inês, desk', ['orders', 'money']);
});
afterAll(() => town.close());

interface Walk {
  chance: Chance;
  model: Model;
  sellers: Seller[];
  buyers: Buyer[];
}

const told = (said: { ok: boolean; refusal?: { no: string } }) => (said.ok ? 'ok' : said.refusal!.no);

/** Somebody lays something aside, perhaps of two stores, and orders it; perhaps more than there is. */
async function orders({ chance, model, sellers, buyers }: Walk): Promise<string[]> {
  const buyer = chance.whole(0, buyers.length - 1);
  const which = chance.happens(0.3) ? [0, 1] : [chance.whole(0, 1)];
  const wanted = which.map((seller) => ({ seller, quantity: chance.whole(1, 4) }));
  const answers: string[] = [];
  for (const { seller, quantity } of wanted) {
    const said = told(await buyers[buyer]!.lays(sellers[seller]!.kettle, quantity));
    answers.push(said === (quantity > model.left[seller]! ? 'not_so_many_left' : 'ok') ? '' : `lays: ${said}`);
    if (said !== 'ok') return emptied(buyers[buyer]!, answers);
  }
  const placed = await buyers[buyer]!.places({ method: chance.pick(['card', 'pix']) });
  if (!placed.ok) return [...answers, `places: ${placed.refusal.no}`];
  const { purchase, orders: made, payUntil } = placed.value;
  for (const { order, store } of made) {
    const { seller, quantity } = wanted.find((one) => sellers[one.seller]!.store === store)!;
    model.place({ order, purchase, buyer, seller, quantity, until: payUntil.getTime() });
  }
  return answers;
}

/** What could be laid aside would lie in the way of the next purchase. */
async function emptied(buyer: Buyer, answers: string[]): Promise<string[]> {
  await town.house.db.query(`delete from trade.cart_lines where owner = '${buyer.actor.id}'`);
  return answers;
}

function someone({ chance, sellers, buyers }: Walk, { buyer, seller }: ModelOrder): { side: Side; by: Actor } {
  const side = chance.pick(['buyer', 'buyer', 'buyer', 'seller', 'seller', 'seller', 'desk', 'stranger'] as const);
  const others = { buyer: buyers[buyer]!.actor, seller: sellers[seller]!.actor, desk };
  const stranger = chance.pick([buyers[(buyer + 1) % buyers.length]!.actor, sellers[1 - seller]!.actor]);
  return { side, by: side === 'stranger' ? stranger : others[side] };
}

type Act = (walk: Walk, one: ModelOrder) => Promise<string[]>;
const same = (house: string, model: string) => (house === model ? [] : [`the house says ${house}, the model ${model}`]);

const acts: Record<string, Act> = {
  pays: async ({ model, buyers }, { purchase, buyer, state }) => {
    const seen = await buyers[buyer]!.purchase({ purchase } as never);
    if (state !== 'placed')
      return seen.payments.some((one) => one.state === 'waiting') ? ['a payment waits for nothing'] : [];
    await buyers[buyer]!.pays({ purchase } as never);
    model.pay(purchase);
    return [];
  },
  cancels: async (walk, one) => {
    const { side, by } = someone(walk, one);
    const said = await town.does(by, cancelOrder, { order: one.order, why: 'So it shall be.' });
    return same(told(said), walk.model.cancel(one, side));
  },
  dispatches: async (walk, one) => {
    const { side, by } = someone(walk, one);
    const seller = side === 'seller' ? walk.sellers[one.seller]! : undefined;
    if (!seller && by.stores.length === 0) return [];
    const other = seller ?? walk.sellers.find(({ actor }) => actor === by)!;
    return same(told(await other.dispatches(one.order)), walk.model.dispatch(one, seller ? 'seller' : 'stranger'));
  },
  arrives: async ({ chance, model }, one) => {
    if (one.parcel !== 'under way') return [];
    const how = chance.pick(['delivered', 'delivered', 'delivered', 'returned', 'lost'] as const);
    await town.carries(one.order, how);
    model.arrive(one, how);
    return [];
  },
  accepts: async (walk, one) => {
    const { side } = someone(walk, one);
    const who = side === 'buyer' ? walk.buyers[one.buyer]! : walk.sellers[one.seller]!;
    return same(told(await who.accepts(one.order)), walk.model.accept(one, side === 'buyer' ? 'buyer' : 'seller'));
  },
  givesBack: async ({ model }, one) => {
    const said = await town.does(desk, refundByDesk, { order: one.order, why: 'It came with a dent.' });
    return same(told(said), model.giveBack(one));
  },
  givesPartBack: async (_walk, one) => {
    // A cent, as long as more than that is left, changes no order's state.
    if (!['funded', 'dispatched', 'delivered', 'completed'].includes(one.state) || one.givenBack) return [];
    const said = await town.does(desk, refundByDesk, { order: one.order, minor: 1, why: 'For the trouble.' });
    return same(told(said), 'ok');
  },
  counts: async ({ chance, model, sellers }) => {
    const seller = chance.whole(0, 1);
    const { actor, store, product, kettle: variant } = sellers[seller]!;
    const onHand = chance.whole(0, 14);
    const said = await town.does(actor, setStock, { store, product, lines: [{ variant, onHand }] });
    return same(told(said), model.count(seller, onHand));
  },
  waits: async ({ chance, model }) => {
    const minutes = chance.pick([5, 5, 31, 61, 1440, 1440, 1440, 8 * 1440, 16 * 1440, 61 * 1440]);
    town.house.clock.advance({ minutes });
    // The day's rates come, and what the provider let lapse is noted.
    await town.round();
    model.pass(minutes * 60_000);
    return [];
  },
};
const anything = [
  'orders',
  'pays',
  'cancels',
  'dispatches',
  'arrives',
  'accepts',
  'givesBack',
  'givesPartBack',
  'counts',
  'waits',
];
/** What usually comes next for an order; half of the time that is what happens, so that some come to every end. */
const next: Record<string, readonly string[]> = {
  placed: ['pays'],
  funded: ['dispatches'],
  dispatched: ['arrives'],
  delivered: ['accepts', 'accepts', 'waits'],
};

function draw({ chance }: Walk, one: ModelOrder | undefined): string {
  if (!one || chance.happens(0.2)) return 'orders';
  return chance.pick(chance.happens(0.6) ? (next[one.state] ?? anything) : anything);
}

/** Orders that are still under way are drawn more often than those at their end. */
function anyOrder({ chance, model }: Walk): ModelOrder | undefined {
  const open = model.orders.filter((one) => ['placed', 'funded', 'dispatched', 'delivered'].includes(one.state));
  const from = open.length > 0 && chance.happens(0.75) ? open : model.orders;
  return from.length > 0 ? chance.pick(from) : undefined;
}

async function differences({ model, sellers }: Walk): Promise<string[]> {
  const { rows } = await town.house.db.query({
    text: 'select id, state from trade.orders where id = any($1::uuid[])',
    name: 'orders_of_walk',
    values: [model.orders.map(({ order }) => order)],
  });
  const states = new Map((rows as { id: string; state: string }[]).map(({ id, state }) => [id, state]));
  const offers = await town.ask(system, offersOf, { variants: sellers.map(({ kettle }) => kettle), locale: 'en' });
  const left = sellers.map(({ kettle }) => offers.find(({ variant }) => variant === kettle)!.available);
  return [
    ...model.orders
      .filter(({ order, state }) => states.get(order) !== state)
      .map(({ order, state }) => `order ${order} is ${states.get(order)}, in the model ${state}`),
    ...left.flatMap((many, n) =>
      many === model.left[n] ? [] : [`${many} are left of ${n}, in the model ${model.left[n]}`],
    ),
  ];
}

test.each(seeds)('the deeds of seed %s', { timeout: 60_000 + steps * 1500 }, async (seed) => {
  await town.round();
  const chance = chanceOf(`deeds ${seed}`);
  const stock = [12, 8];
  const sellers = [
    await town.seller('Mei, Shenzhen', { stock: stock[0]! }),
    await town.seller('Rita, Recife', { country: 'BR', currency: 'BRL', stock: stock[1]! }),
  ];
  const buyers = ['Ana', 'Bia', 'Caio'].map((name) => town.buyer(`${name}, São Paulo`));
  const walk: Walk = { chance, model: new Model([...stock], town.house.clock.now().getTime()), sellers, buyers };
  for (let step = 0; step < steps; step++) {
    const one = anyOrder(walk);
    const what = draw(walk, one);
    const said = what === 'orders' || !one ? await orders(walk) : await acts[what]!(walk, one);
    await town.settle();
    const wrong = [...said.filter(Boolean), ...(await differences(walk)), ...(await brokenLaws(town.house))];
    expect({ seed, step, what, wrong }).toEqual({ seed, step, what, wrong: [] });
  }
  expect(await disagreements(town.house, town.world)).toEqual([]);
  expect(walk.model.orders.length).toBeGreaterThan(steps / 8);
});
