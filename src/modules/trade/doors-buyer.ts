/** What buyers do over the API: the cart, the purchase, their orders. */
import { Type } from 'typebox';
import { door } from '#platform/door';
import { Anything, MoneyShape, Uuid, When } from '#platform/shapes';
import { acceptDelivery } from './accept-delivery.ts';
import { cancelOrder } from './cancel-order.ts';
import { addToCart, setCartLine } from './cart.ts';
import { cartForDoor, checkoutForDoor, orderForDoor, purchaseForDoor } from './door-views.ts';
import { ordersOfBuyer } from './orders-of.ts';
import { payAgain } from './pay-again.ts';
import { placePurchase } from './place-purchase.ts';

import { ListQuery, OrdersShape } from './door-shapes.ts';

const Currency = Type.String({ pattern: '^[A-Z]{3}$' });
const Country = Type.String({ pattern: '^[A-Z]{2}$' });
const Locale = Type.String({ minLength: 2, maxLength: 12, default: 'en' });

const CartLine = Type.Object({ variant: Uuid, quantity: Type.Integer({ minimum: 0 }) });
const cartRefusals = {
  who_are_you: 401,
  quantity_is_wrong: 400,
  not_for_sale: 404,
  less_than_the_minimum: 422,
  not_so_many_left: 409,
  cart_is_full: 409,
} as const;

const paymentRefusals = {
  method_not_offered: 422,
  tax_id_is_needed: 422,
  tax_id_is_wrong: 422,
  amount_out_of_range: 422,
  more_than_is_due: 409,
} as const;

const PartShape = Type.Object({
  method: Type.String(),
  minor: Type.Integer({ minimum: 1 }),
  installments: Type.Optional(Type.Integer({ minimum: 1, maximum: 24 })),
});

export const buyerDoors = [
  door({
    method: 'GET',
    path: '/cart',
    says: 'The cart with its prices, by store, in the currency asked for.',
    may: 'anyone',
    query: Type.Object({ currency: Currency, locale: Type.Optional(Locale) }),
    answer: Anything,
    question: cartForDoor,
  }),
  door({
    method: 'POST',
    path: '/cart/lines',
    says: 'Lays a variant in the cart, beside what is there of it.',
    may: 'anyone',
    body: Type.Object({ variant: Uuid, quantity: Type.Integer({ minimum: 1 }) }),
    answer: CartLine,
    refusals: cartRefusals,
    deed: addToCart,
  }),
  door({
    method: 'PUT',
    path: '/cart/lines/{variant}',
    says: 'Says how many of a variant the cart holds; 0 takes it out.',
    may: 'anyone',
    body: Type.Object({ quantity: Type.Integer({ minimum: 0 }) }),
    answer: CartLine,
    refusals: cartRefusals,
    deed: setCartLine,
  }),
  door({
    method: 'GET',
    path: '/checkout',
    says: 'What the cart costs delivered: carriage by store, methods of payment, the whole price.',
    may: 'anyone',
    query: Type.Object({
      country: Country,
      postalCode: Type.Optional(Type.String()),
      currency: Currency,
      locale: Type.Optional(Locale),
      method: Type.Optional(Type.String()),
    }),
    answer: Anything,
    question: checkoutForDoor,
  }),
  door({
    method: 'POST',
    path: '/purchases',
    says: 'Orders what lies in the cart: one order per store, the rate locked, the stock held, the payment expected.',
    may: 'anyone',
    body: Type.Object({
      email: Type.String({ maxLength: 254 }),
      name: Type.String({ maxLength: 200 }),
      address: Type.Record(Type.String(), Type.String({ maxLength: 300 })),
      country: Country,
      currency: Currency,
      locale: Locale,
      carriage: Type.Optional(Type.Record(Type.String(), Type.String())),
      method: Type.String(),
      also: Type.Optional(
        Type.Array(PartShape, {
          maxItems: 20,
          description: 'Other ways that pay a part of it, such as a voucher; the method pays the rest.',
        }),
      ),
      taxId: Type.Optional(Type.String({ maxLength: 40 })),
      installments: Type.Optional(Type.Integer({ minimum: 1, maximum: 24 })),
      shown: Type.Optional(
        Type.Integer({
          minimum: 0,
          description: 'The total that the buyer was shown, in minor units: a higher one is refused, not charged.',
        }),
      ),
    }),
    answer: Type.Object({
      purchase: Uuid,
      secret: Type.String(),
      payment: Uuid,
      orders: Type.Array(Type.Object({ order: Uuid, number: Type.String(), store: Uuid })),
      total: MoneyShape,
      payUntil: When,
    }),
    refusals: {
      who_are_you: 401,
      email_is_wrong: 422,
      name_is_missing: 422,
      address_is_wrong: 422,
      cart_is_empty: 409,
      lines_cannot_be_had: 409,
      no_rate_for_this_currency: 422,
      nobody_delivers_there: 422,
      carriage_is_not_offered: 422,
      total_is_too_small: 422,
      method_is_not_offered: 422,
      parts_do_not_fit: 422,
      price_has_changed: 409,
      rates_are_too_old: 503,
      out_of_stock: 409,
      ...paymentRefusals,
    },
    deed: placePurchase,
  }),
  door({
    method: 'GET',
    path: '/purchases/{purchase}',
    says: 'A purchase with its orders and payments, for its buyer or for who holds its key.',
    may: 'anyone',
    query: Type.Object({ key: Type.Optional(Type.String()) }),
    answer: Anything,
    question: purchaseForDoor,
  }),
  door({
    method: 'POST',
    path: '/purchases/{purchase}/payments',
    says: 'Pays a purchase another way, within its time.',
    may: 'anyone',
    body: Type.Object({
      method: Type.String(),
      key: Type.Optional(Type.String()),
      taxId: Type.Optional(Type.String({ maxLength: 40 })),
      installments: Type.Optional(Type.Integer({ minimum: 1, maximum: 24 })),
    }),
    answer: Type.Object({ payment: Uuid }),
    refusals: { purchase_not_found: 404, nothing_waits_for_money: 409, ...paymentRefusals },
    deed: payAgain,
  }),
  door({
    method: 'GET',
    path: '/orders',
    says: 'My orders, newest first.',
    may: 'person',
    query: ListQuery,
    answer: OrdersShape,
    question: ordersOfBuyer,
  }),
  door({
    method: 'GET',
    path: '/orders/{order}',
    says: 'An order for its buyer, its seller once it is paid, or the desk.',
    may: 'anyone',
    query: Type.Object({ key: Type.Optional(Type.String()) }),
    answer: Anything,
    question: orderForDoor,
  }),
  door({
    method: 'POST',
    path: '/orders/{order}/cancellation',
    says: 'Takes the contract back before the goods are on their way.',
    may: 'anyone',
    body: Type.Object({ why: Type.String({ maxLength: 500 }) }),
    answer: Type.Object({ state: Type.String() }),
    refusals: { order_not_found: 404, say_why: 422, order_cannot_be_cancelled: 409 },
    deed: cancelOrder,
  }),
  door({
    method: 'POST',
    path: '/orders/{order}/acceptance',
    says: 'The buyer accepts the delivery, and the seller is paid.',
    may: 'anyone',
    answer: Type.Object({ state: Type.String() }),
    refusals: { order_not_found: 404, only_the_buyer_may_accept: 403, order_is_not_awaiting_acceptance: 409 },
    deed: acceptDelivery,
  }),
];
