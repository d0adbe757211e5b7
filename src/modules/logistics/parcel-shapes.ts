/** Shapes of parcels, for the doors of stores and of the desk. */
import { Type } from 'typebox';
import { Maybe, Uuid, When } from '#platform/shapes';

export const ParcelsQuery = Type.Object({
  number: Type.Optional(Type.String({ maxLength: 40 })),
  state: Type.Optional(Type.String({ maxLength: 40 })),
  silentDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 365 })),
  notBooked: Type.Optional(Type.Boolean()),
  before: Type.Optional(Type.String({ maxLength: 80 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
});
export const ParcelsShape = Type.Object({
  parcels: Type.Array(
    Type.Object({
      shipment: Uuid,
      order: Uuid,
      store: Uuid,
      reference: Type.String(),
      by: Type.String(),
      carrier: Type.String(),
      carrierName: Type.String(),
      number: Maybe(Type.String()),
      state: Type.String(),
      booking: Maybe(Type.String()),
      problem: Maybe(Type.String()),
      country: Type.String(),
      createdAt: When,
      lastEventAt: Maybe(When),
      heardAt: When,
    }),
  ),
  next: Maybe(Type.String()),
});

const EventShape = Type.Object({
  code: Type.String(),
  status: Maybe(Type.String()),
  at: When,
  place: Type.String(),
  country: Type.String(),
  says: Type.String(),
  corrects: Type.Boolean(),
  toldBy: Type.String(),
});
export const ShipmentShape = Type.Object({
  shipment: Uuid,
  order: Uuid,
  store: Uuid,
  by: Type.String(),
  line: Maybe(Type.String()),
  carrier: Type.String(),
  carrierName: Type.String(),
  number: Maybe(Type.String()),
  page: Maybe(Type.String()),
  state: Type.String(),
  booking: Maybe(Type.String()),
  problem: Maybe(Type.String()),
  createdAt: When,
  acceptedAt: Maybe(When),
  deliveredAt: Maybe(When),
  returnedAt: Maybe(When),
  lostAt: Maybe(When),
  lastEventAt: Maybe(When),
  events: Type.Array(EventShape),
  label: Type.Boolean(),
});
