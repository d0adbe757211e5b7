import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '#kernel/result';
import { openTown, refused } from '../../../stories/town.ts';
import type { Buyer, Seller, Town } from '../../../stories/town.ts';
import type { Placed } from './index.ts';
import { writeToBuyer } from './write-to-buyer.ts';

let town: Town;
let mei: Seller;

beforeAll(async () => {
  town = await openTown('2026-03-02T09:00:00Z');
  mei = await town.seller('Mei, Shenzhen');
});
afterAll(() => town.close());

const asks = async (ana: Buyer, placed: Placed) =>
  must(await town.does(ana.actor, writeToBuyer, { purchase: placed.purchase }));
const letters = (to: string) => town.world.mail.letters({ to });

test('who has a slip to pay is sent its number and the way back, in their language, a minute later and once', async () => {
  const ana = town.buyer('Ana');
  const placed = await ana.orders(mei.kettle, { method: 'boleto' });
  await asks(ana, placed);
  await town.settle();
  expect(letters('ana@people.test')).toEqual([]);

  await town.later({ minutes: 1 });
  await town.later({ days: 1 });
  const [letter, ...others] = letters('ana@people.test');
  expect(others).toEqual([]);
  const { payments } = await ana.purchase(placed);
  expect(letter!.subject).toBe(`Seu pedido ${placed.orders[0]!.number}: pague o boleto até 5 de mar. de 2026`);
  expect(letter!.text).toContain(payments[0]!.boleto!.line);
  expect(letter!.text).toContain(`/pt-BR/purchases/${placed.purchase}?key=${placed.secret}`);
});

test('who has paid by then is told so; who cancelled is left alone; who is still at it is told that goods are kept', async () => {
  const [rui, eva, leo] = (['Rui', 'Eva', 'Leo'] as const).map((name) => town.buyer(name, { locale: 'en' }));
  const [paid, cancelled, open] = [
    await rui!.orders(mei.kettle),
    await eva!.orders(mei.kettle),
    await leo!.orders(mei.kettle),
  ];
  for (const [buyer, placed] of [
    [rui!, paid],
    [eva!, cancelled],
    [leo!, open],
  ] as const)
    await asks(buyer, placed);
  await rui!.pays(paid);
  await eva!.cancels(cancelled.orders[0]!.order, 'changed my mind');
  await town.later({ minutes: 1 });

  expect(letters('rui@people.test').map(({ subject }) => subject)).toEqual([
    `Your order ${paid.orders[0]!.number} is paid`,
  ]);
  expect(letters('eva@people.test')).toEqual([]);
  expect(letters('leo@people.test').map(({ subject }) => subject)).toEqual([
    `Your order ${open.orders[0]!.number}: the payment is left`,
  ]);
});

test('nobody has letters written about a purchase that is not theirs', async () => {
  const placed = await town.buyer('Noa').orders(mei.kettle);
  const asked = (purchase: string) => town.does(town.buyer('Zoe').actor, writeToBuyer, { purchase });
  expect(await asked(placed.purchase)).toEqual(refused('purchase_not_found'));
  expect(await asked('no purchase')).toEqual(refused('purchase_not_found'));
});

test('asked twice, the letters come once', async () => {
  const ida = town.buyer('Ida', { locale: 'en' });
  const placed = await ida.orders(mei.kettle);
  await asks(ida, placed);
  await asks(ida, placed);
  await town.later({ minutes: 2 });
  expect(letters('ida@people.test')).toHaveLength(1);
});

test('each step of the order has its letter, with the way to it', async () => {
  const bia = town.buyer('Bia', { locale: 'en' });
  const placed = await bia.orders(mei.kettle);
  const { order, number } = placed.orders[0]!;
  const subjects = () =>
    letters('bia@people.test')
      .map(({ subject }) => subject)
      .reverse();
  await asks(bia, placed);
  await town.later({ minutes: 1 });
  await bia.pays(placed);
  await mei.dispatches(order);
  await town.carries(order, 'delivered');
  await town.later({ days: 1 });
  expect(subjects()).toEqual([
    `Your order ${number}: the payment is left`,
    `Your payment for order ${number} is here`,
    `Your order ${number} is on its way`,
    `Your order ${number} was delivered`,
  ]);
  const [delivered, dispatched] = letters('bia@people.test');
  expect(dispatched!.text).toMatch(/The parcel’s number is RX\d{9}CN/);
  expect(delivered!.text).toContain(`/orders/${order}?key=${placed.secret}`);
  expect(delivered!.html).toContain('>Say that all is well</a>');
});

test('money that goes back is told, and so is an order that lapsed; who never asked for letters gets none', async () => {
  const [ivo, eli, api] = (['Ivo', 'Eli', 'Api'] as const).map((name) => town.buyer(name, { locale: 'en' }));
  const [paid, open, silent] = [
    await ivo!.orders(mei.kettle),
    await eli!.orders(mei.kettle),
    await api!.orders(mei.kettle),
  ];
  await asks(ivo!, paid);
  await asks(eli!, open);
  await ivo!.pays(paid);
  await api!.pays(silent);
  await town.later({ minutes: 1 });
  await ivo!.cancels(paid.orders[0]!.order, 'changed my mind');
  await api!.cancels(silent.orders[0]!.order, 'changed my mind');
  await town.later({ days: 10 });
  const [backs, cancelled, first] = letters('ivo@people.test').map(({ subject }) => subject);
  expect([first, cancelled, backs]).toEqual([
    `Your order ${paid.orders[0]!.number} is paid`,
    `Your order ${paid.orders[0]!.number} is cancelled, the money goes back`,
    `Your money for order ${paid.orders[0]!.number} is back`,
  ]);
  expect(letters('eli@people.test').map(({ subject }) => subject)[0]).toBe(
    `Your order ${open.orders[0]!.number} has lapsed`,
  );
  expect(letters('api@people.test')).toEqual([]);
});

test('a store is told of its new orders, of those that came together in one letter, and of each once', async () => {
  const hao = await town.seller('Hao, Jingdezhen');
  const { rows } = await town.house.db.query(`select email from parties.people where id = '${hao.actor.id}'`);
  const { email } = rows[0] as { email: string };
  const told = () => letters(email).map(({ subject }) => subject);
  const pays = async (name: string) => {
    const buyer = town.buyer(name, { locale: 'en' });
    const placed = await buyer.orders(hao.kettle);
    await buyer.pays(placed);
    return placed.orders[0]!.number;
  };
  await town.round();
  const number = await pays('Uma');
  await town.later({ minutes: 1 });
  await town.round();
  await town.round();
  expect(told()).toEqual([`A new order for Hao, Jingdezhen: ${number}`]);
  await pays('Zoe');
  await pays('Noa');
  await town.later({ minutes: 1 });
  await town.round();
  expect(told()[0]).toBe('New orders for Hao, Jingdezhen: 2');
  await town.later({ hours: 1 });
  await town.round();
  expect(told()).toHaveLength(2);
});
