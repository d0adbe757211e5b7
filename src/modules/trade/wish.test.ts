import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/id';
import { must } from '#kernel/result';
import { setStock } from '#modules/catalogue';
import { visitor } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { openTown } from '../../../stories/town.ts';
import type { Seller, Town } from '../../../stories/town.ts';
import { cartRows } from './cart.ts';
import { takeCartAlong } from './take-cart-along.ts';
import { addWish, endWish, removeWish, saveForLater, wishToCart } from './wish.ts';
import { wishedOf, wishesOf } from './wishes-of.ts';

let town: Town;
let mei: Seller;
beforeAll(async () => {
  town = await openTown();
  mei = await town.seller('Mei, Shenzhen', { stock: 5 });
});
afterAll(() => town.close());

const refused = (no: string) => ({ ok: false, refusal: { no } });
const list = async (by: Actor) => (await town.ask(by, wishesOf, { currency: 'CNY', locale: 'en' })).wishes;
const stocked = (onHand: number) => ({
  store: mei.store,
  product: mei.product,
  lines: [{ variant: mei.kettle, onHand }],
});
const cart = (by: Actor) => town.ask(by, (ask) => cartRows(ask), undefined);

test('a heart is refused for what is wrong, fills once, and is emptied', async () => {
  const { actor } = town.buyer('Ana, São Paulo');
  expect(await town.does(visitor, addWish, { product: mei.product })).toEqual(refused('who_are_you'));
  expect(await town.does(actor, addWish, { product: 'no product' })).toEqual(refused('not_for_sale'));
  const other = newId(town.house.clock.now());
  expect(await town.does(actor, addWish, { product: other, variant: mei.kettle })).toEqual(refused('not_for_sale'));
  expect(await town.ask(actor, wishedOf, { products: [mei.product] })).toEqual([]);

  must(await town.does(actor, addWish, { product: mei.product }));
  must(await town.does(actor, addWish, { product: mei.product, variant: mei.kettle }));
  expect(await list(actor)).toMatchObject([{ variant: mei.kettle, product: mei.product, stock: 'there', was: null }]);
  expect(await town.ask(actor, wishedOf, { products: [mei.product, other] })).toEqual([mei.product]);
  expect(must(await town.does(actor, endWish, { product: mei.product }))).toEqual({ ended: 1 });
  expect(must(await town.does(actor, endWish, { product: mei.product }))).toEqual({ ended: 0 });
  expect(await list(actor)).toEqual([]);
});

test('what is saved for later leaves the cart with its quantity, and comes back as far as it can be had', async () => {
  const buyer = town.buyer('Bia, Recife');
  expect(await town.does(buyer.actor, saveForLater, { variant: mei.kettle })).toEqual(refused('not_in_the_cart'));
  must(await buyer.lays(mei.kettle, 4));
  must(await town.does(buyer.actor, saveForLater, { variant: mei.kettle }));
  expect(await cart(buyer.actor)).toEqual([]);
  expect(await list(buyer.actor)).toMatchObject([{ quantity: 4, stock: 'there' }]);

  must(await town.does(mei.actor, setStock, stocked(2)));
  expect(await list(buyer.actor)).toMatchObject([{ quantity: 4, stock: 'few', left: 2 }]);
  expect(must(await town.does(buyer.actor, wishToCart, { variant: mei.kettle }))).toMatchObject({ quantity: 2 });
  expect(await list(buyer.actor)).toEqual([]);
  expect(await town.does(buyer.actor, wishToCart, { variant: mei.kettle })).toEqual(refused('wish_not_found'));
});

test('what is sold out stays on the list when it is moved, and comes off it when it is removed', async () => {
  const { actor } = town.buyer('Caio, Belém');
  must(await town.does(actor, addWish, { product: mei.product }));
  must(await town.does(mei.actor, setStock, stocked(0)));
  expect(await list(actor)).toMatchObject([{ stock: 'none' }]);
  expect(await town.does(actor, wishToCart, { variant: mei.kettle })).toMatchObject(refused('not_so_many_left'));
  expect(await list(actor)).toHaveLength(1);
  expect(must(await town.does(actor, removeWish, { variant: mei.kettle }))).toEqual({
    product: mei.product,
    variant: mei.kettle,
  });
  expect(await town.does(actor, removeWish, { variant: mei.kettle })).toEqual(refused('wish_not_found'));
  must(await town.does(mei.actor, setStock, stocked(5)));
});

test('a list shows what one cost then and costs now, and is all its own', async () => {
  const { actor } = town.buyer('Davi, Natal');
  must(await town.does(actor, addWish, { product: mei.product }));
  const [before] = await list(actor);
  await town.house.db.query(`update trade.wishes set seen_minor = seen_minor + 500 where owner = '${actor.id}'`);
  expect(await list(actor)).toMatchObject([
    { now: before!.now, was: { currency: 'CNY', minor: before!.now.minor + 500n } },
  ]);
  expect(await list(town.buyer('Edu, Natal').actor)).toEqual([]);
  expect(await list(visitor)).toEqual([]);
});

test("a guest's list becomes the person's at the sign-in, once", async () => {
  const guest = town.buyer('Gil').actor;
  const person: Actor = { id: newId(town.house.clock.now()), kind: 'person', name: 'Gil', stores: [], staff: [] };
  must(await town.does(guest, addWish, { product: mei.product }));
  must(await town.does(person, takeCartAlong, { guest: guest.id }));
  must(await town.does(person, takeCartAlong, { guest: guest.id }));
  expect([await list(person), await list(guest)]).toMatchObject([[{ product: mei.product }], []]);
});
