import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '#kernel/result';
import { openTown, refused } from '../../../stories/town.ts';
import type { Buyer, Seller, Town } from '../../../stories/town.ts';
import en from './letters/en.json' with { type: 'json' };
import ptBR from './letters/pt-BR.json' with { type: 'json' };
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

test('every letter has the same blanks in every language', () => {
  const blanks = (letter: object) => [...JSON.stringify(letter).matchAll(/\{(\w+)\}/g)].map((one) => one[1]);
  expect(Object.keys(ptBR)).toEqual(Object.keys(en));
  for (const name of ['slip', 'unpaid', 'paid'] as const) expect(blanks(ptBR[name]), name).toEqual(blanks(en[name]));
});
