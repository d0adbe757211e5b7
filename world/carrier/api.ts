import type { FastifyInstance } from 'fastify';
import { Type, type Static } from 'typebox';
import type { Once } from '../ground/answers.ts';
import type { Mischief } from '../ground/faults.ts';
import { guardApi } from '../ground/gate.ts';
import { Refused } from '../ground/refused.ts';
import { steps, toldParcel } from './parcel.ts';
import type { Parcels } from './parcels.ts';

const Country = Type.String({ pattern: '^[A-Z]{2}$' });
const Short = Type.Optional(Type.String({ maxLength: 200 }));
const AddressShape = Type.Object({
  country: Country,
  name: Short,
  company: Short,
  lines: Type.Optional(Type.Array(Type.String({ maxLength: 200 }), { maxItems: 6 })),
  city: Short,
  region: Short,
  postal_code: Short,
  phone: Short,
  email: Short,
});
const Millimetres = Type.Integer({ minimum: 1, maximum: 10_000 });

const NewShipment = Type.Object({
  reference: Type.String({ minLength: 1, maxLength: 100 }),
  service: Type.String({ minLength: 1, maxLength: 60 }),
  from: AddressShape,
  to: AddressShape,
  parcels: Type.Array(
    Type.Object({
      weight_g: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
      size_mm: Type.Tuple([Millimetres, Millimetres, Millimetres]),
    }),
    { minItems: 1, maxItems: 50 },
  ),
  contents: Type.Array(
    Type.Object({
      description: Type.String({ minLength: 1, maxLength: 300 }),
      hs_code: Type.String({ pattern: '^[0-9.]{4,14}$' }),
      origin: Country,
      quantity: Type.Integer({ minimum: 1 }),
      value: Type.Object({ currency: Type.String({ pattern: '^[A-Z]{3}$' }), minor: Type.Integer({ minimum: 0 }) }),
    }),
    { minItems: 1, maxItems: 200 },
  ),
});

const NewTracker = Type.Object({
  number: Type.String({ minLength: 6, maxLength: 40, pattern: '^[A-Za-z0-9 -]+$' }),
  carrier: Short,
  reference: Type.Optional(Type.String({ maxLength: 100 })),
  from_country: Type.Optional(Country),
  to_country: Type.Optional(Country),
});

const Moved = Type.Object({
  to: Type.Union(steps.map((step) => Type.Literal(step))),
  only: Type.Optional(Type.Boolean()),
});

export interface CarrierParts {
  parcels: Parcels;
  mischief: Mischief;
  once: Once;
  key: string;
}
type ByNumber = { Params: { number: string } };

export function carrierApi(app: FastifyInstance, parts: CarrierParts): void {
  const { parcels, once } = parts;
  void app.register(
    async (api) => {
      guardApi(api, parts);
      api.post<{ Body: Static<typeof NewShipment> }>(
        '/shipments',
        { schema: { body: NewShipment } },
        (request, reply) => once(request, reply, () => ({ status: 201, body: toldParcel(parcels.ship(request.body)) })),
      );
      api.post<{ Body: Static<typeof NewTracker> }>('/trackers', { schema: { body: NewTracker } }, (request, reply) => {
        const { parcel, isNew } = parcels.follow(request.body);
        return reply.code(isNew ? 201 : 200).send(toldParcel(parcel));
      });
      api.get<{ Querystring: { reference?: string } }>('/shipments', (request) => {
        const { reference } = request.query;
        if (!reference) throw new Refused(400, 'reference_missing', 'Say ?reference=…', 'reference');
        return { shipments: parcels.ofReference(reference).map(toldParcel) };
      });
      api.get<ByNumber>('/shipments/:number', (request) => toldParcel(parcels.find(request.params.number)));
      api.post<ByNumber>('/shipments/:number/cancel', (request) => toldParcel(parcels.cancel(request.params.number)));
    },
    { prefix: '/carrier/v1' },
  );
  app.post<ByNumber & { Body: Static<typeof Moved> }>(
    '/carrier/sandbox/shipments/:number/move',
    { schema: { body: Moved } },
    (request) => toldParcel(parcels.move(request.params.number, request.body.to, { only: request.body.only ?? false })),
  );
}
