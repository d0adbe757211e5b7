/** A small slice of the demo, loaded as the whole is: forty stores, some goods, a week. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '#kernel/result';
import { ordersOfBuyer, ordersToShip } from '#modules/trade';
import { categoryTree, reviewQueue } from '#modules/catalogue';
import { addressesOfPerson, storesForDesk } from '#modules/parties';
import { questionsOfStore } from '#modules/messaging';
import { stuckMoney } from '#modules/payments';
import { system } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { question } from '#platform/work';
import { openTown } from '../../stories/town.ts';
import type { Town } from '../../stories/town.ts';
import { demoIsLoaded, loadDemo } from './load.ts';

let town: Town;
let ana: Actor;
let mei: Actor;

const personOf = async (email: string): Promise<string> => {
  const { rows } = await town.house.db.query(`select person from parties.emails where email = '${email}'`);
  return (rows as { person: string }[])[0]!.person;
};

beforeAll(async () => {
  town = await openTown('2026-03-02T09:00:00Z');
  await loadDemo(town.house, () => undefined, { days: 7, perDay: 2, goods: 160, pictures: false });
  ana = { id: await personOf('ana@demo.entrepot.test'), kind: 'person', name: 'Ana Souza', stores: [], staff: [] };
  const { rows } = await town.house.db.query(`select id from parties.stores where name = 'Haitang Kitchen'`);
  const [{ id: store }] = rows as [{ id: string }];
  const id = await personOf('mei@demo.entrepot.test');
  mei = { id, kind: 'person', name: 'Mei Lin', stores: [{ store, roles: ['owner'] }], staff: [] };
}, 300_000);
afterAll(() => town.close());

test('forty stores are open and all that are loaded are on sale, in every category', async () => {
  const { rows } = await town.house.db.query(
    `select (select count(*)::int from parties.stores where state = 'open') as stores,
            (select count(*)::int from catalogue.products where on_sale) as products,
            (select count(distinct category)::int from catalogue.products where on_sale) as categories`,
  );
  expect(rows).toEqual([{ stores: 40, products: 160, categories: 46 }]);
});

test('categories are called by name in all five languages', async () => {
  for (const locale of ['en', 'pt-BR', 'ru', 'ar', 'zh-CN']) {
    const tree = await question(town.house, system, categoryTree, { locale });
    expect(JSON.stringify(tree)).toContain(
      { en: 'Kettles', 'pt-BR': 'Chaleiras', ru: 'Чайники', ar: 'غلايات', 'zh-CN': '水壶' }[locale],
    );
  }
});

test('Ana has saved addresses, orders under way and a boleto that waits', async () => {
  expect(await question(town.house, ana, addressesOfPerson, {})).toHaveLength(3);
  const { orders } = await question(town.house, ana, ordersOfBuyer, {});
  expect(orders.map(({ state }) => state)).toEqual(expect.arrayContaining(['placed', 'funded', 'dispatched']));
});

test('Mei has questions to answer', async () => {
  const { store } = mei.stores[0]!;
  const waiting = await question(town.house, mei, questionsOfStore, { store, locale: 'en' });
  expect(waiting).toMatchObject({ waiting: 2 });
});

test('Mei has orders to ship', async () => {
  const { store } = mei.stores[0]!;
  const toShip = await question(town.house, mei, ordersToShip, { store, limit: 50 });
  expect(toShip!.orders.length).toBeGreaterThanOrEqual(8);
});

test('the desk has stores, listings and refunds that failed to decide on', async () => {
  expect(await question(town.house, system, storesForDesk, {})).toMatchObject({ total: 4 });
  expect(await question(town.house, system, reviewQueue, {})).toMatchObject({ value: { waiting: 7 } });
  const { stuck } = must(await question(town.house, system, stuckMoney, undefined));
  expect(stuck.map(({ why }) => why)).toContain('refund_failed');
});

test('it is loaded once', async () => {
  expect(await demoIsLoaded(town.house)).toBe(true);
});
