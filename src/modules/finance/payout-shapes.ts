/** Shapes of lists of payouts, for the doors of stores and of the desk. */
import { Type } from 'typebox';
import { Maybe, Uuid, When } from '#platform/shapes';

export const PayoutsQuery = Type.Object({
  state: Type.Optional(Type.String({ maxLength: 40 })),
  before: Type.Optional(Type.String({ maxLength: 80 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
});

export const PayoutsShape = Type.Object({
  payouts: Type.Array(
    Type.Object({
      payout: Uuid,
      store: Uuid,
      currency: Type.String(),
      minor: Type.Integer(),
      state: Type.String(),
      weekly: Type.Boolean(),
      holder: Type.String(),
      last4: Type.String(),
      problem: Maybe(Type.String()),
      askedAt: When,
      settledAt: Maybe(When),
    }),
  ),
  next: Maybe(Type.String()),
});
