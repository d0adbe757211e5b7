/** Shapes that the doors of buyers, sellers and the desk share. */
import { Type } from 'typebox';
import { Anything, Maybe, Uuid, When } from '#platform/shapes';

const OrderCardShape = Type.Object({
  id: Uuid,
  number: Type.String(),
  purchase: Uuid,
  store: Uuid,
  state: Type.String(),
  currency: Type.String(),
  goods_minor: Type.Integer(),
  carriage_minor: Type.Integer(),
  paid_currency: Type.String(),
  paid_goods_minor: Type.Integer(),
  paid_carriage_minor: Type.Integer(),
  placed_at: When,
  dispatch_by: Maybe(When),
  accept_by: Maybe(When),
  ended_why: Maybe(Type.String()),
  name: Type.String(),
  country: Type.String(),
  lines: Type.Array(Anything),
});
export const OrdersShape = Type.Object({ orders: Type.Array(OrderCardShape), next: Maybe(Type.String()) });
export const ListQuery = Type.Object({
  state: Type.Optional(Type.String()),
  text: Type.Optional(Type.String({ maxLength: 200 })),
  before: Type.Optional(Type.String()),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
});
