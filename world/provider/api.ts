import type { FastifyInstance } from 'fastify';
import { Type, type Static } from 'typebox';
import type { Once } from '../ground/answers.ts';
import { guardApi } from '../ground/gate.ts';
import type { Mischief } from '../ground/faults.ts';
import { notFound, Refused } from '../ground/refused.ts';
import { chargeAtOnce } from './charge.ts';
import { toldPayment, type Payment } from './payment.ts';
import type { Payments } from './payments.ts';
import type { Refunds } from './refunds.ts';
import type { Settlements } from './settlements.ts';

export const AmountShape = Type.Object({
  currency: Type.String({ pattern: '^[A-Z]{3}$' }),
  minor: Type.Integer({ minimum: 1, maximum: 1e12 }),
});
const Moment = Type.String({ format: 'date-time' });

const NewPayment = Type.Object({
  reference: Type.String({ minLength: 1, maxLength: 100 }),
  method: Type.Union([Type.Literal('card'), Type.Literal('boleto'), Type.Literal('pix')]),
  amount: AmountShape,
  description: Type.String({ maxLength: 300 }),
  return_url: Type.String({ pattern: '^https?://' }),
  customer: Type.Object({
    name: Type.String({ minLength: 1, maxLength: 200 }),
    email: Type.String({ minLength: 3, maxLength: 254 }),
    tax_id: Type.Optional(Type.String({ maxLength: 30 })),
    country: Type.String({ pattern: '^[A-Z]{2}$' }),
  }),
  expires_at: Moment,
  locale: Type.String({ minLength: 2, maxLength: 35 }),
  /** The most parts a card may be charged in. */
  installments: Type.Optional(Type.Integer({ minimum: 1, maximum: 12 })),
  /** How many cards the buyer may try before the payment fails. */
  attempts: Type.Optional(Type.Integer({ minimum: 1, maximum: 10 })),
});

const NewRefund = Type.Object({
  payment: Type.String(),
  reference: Type.String({ minLength: 1, maxLength: 100 }),
  /** Without it, all that is left. */
  amount: Type.Optional(AmountShape),
});

const ByReference = Type.Object({ reference: Type.String() });
type ById = { Params: { id: string } };

export interface ProviderParts {
  payments: Payments;
  refunds: Refunds;
  settlements: Settlements;
  mischief: Mischief;
  once: Once;
  key: string;
  url: string;
}

export function providerApi(app: FastifyInstance, parts: ProviderParts): void {
  void app.register(
    async (api) => {
      guardApi(api, parts);
      paymentDoors(api, parts);
      refundDoors(api, parts);
      settlementDoors(api, parts);
    },
    { prefix: '/pay/v1' },
  );
  sandboxDoors(app, parts);
}

function paymentDoors(api: FastifyInstance, { payments, once, url }: ProviderParts): void {
  const told = (payment: Payment) => toldPayment(payment, url);
  api.post<{ Body: Static<typeof NewPayment> }>('/payments', { schema: { body: NewPayment } }, (request, reply) =>
    once(request, reply, () => {
      const { installments = 1, attempts = 3, ...asked } = request.body;
      return { status: 201, body: told(payments.create({ ...asked, installments, attempts })) };
    }),
  );
  api.get<{ Querystring: Static<typeof ByReference> }>(
    '/payments',
    { schema: { querystring: ByReference } },
    (request) => ({
      payments: payments.ofReference(request.query.reference).map(told),
    }),
  );
  api.get<ById>('/payments/:id', (request) => told(payments.find(request.params.id)));
  api.post<ById>('/payments/:id/cancel', (request) => told(payments.cancel(request.params.id)));
}

function refundDoors(api: FastifyInstance, { refunds, once }: ProviderParts): void {
  api.post<{ Body: Static<typeof NewRefund> }>('/refunds', { schema: { body: NewRefund } }, (request, reply) =>
    once(request, reply, () => ({ status: 201, body: refunds.create(request.body) })),
  );
  api.get<{ Querystring: Static<typeof ByReference> }>(
    '/refunds',
    { schema: { querystring: ByReference } },
    (request) => ({
      refunds: refunds.ofReference(request.query.reference),
    }),
  );
  api.get<ById>('/refunds/:id', (request) => refunds.find(request.params.id));
}

function settlementDoors(api: FastifyInstance, { settlements }: ProviderParts): void {
  api.get<{ Querystring: { day?: string } }>('/settlements', (request) => {
    const { day } = request.query;
    if (!day || !/^\d{4}-\d\d-\d\d$/.test(day)) throw new Refused(400, 'day_missing', 'Say ?day=YYYY-MM-DD.', 'day');
    return { settlements: settlements.ofDay(day) };
  });
  api.get<ById>('/settlements/:id', (request) => {
    const settlement = settlements.get(request.params.id);
    if (!settlement) throw notFound('settlement', request.params.id);
    return settlement;
  });
}

const ByHand = Type.Union([
  Type.Object({
    card: Type.Optional(Type.String()),
    installments: Type.Optional(Type.Integer({ minimum: 1, maximum: 12 })),
  }),
  Type.Null(),
]);

/** For tests and benchmarks: what a buyer does, without the pages. */
function sandboxDoors(app: FastifyInstance, { payments, url }: ProviderParts): void {
  app.post<ById & { Body: Static<typeof ByHand> }>(
    '/pay/sandbox/payments/:id/pay',
    { schema: { body: ByHand } },
    (request) => {
      const { card, installments } = request.body ?? {};
      return toldPayment(payByHand(payments, request.params.id, card, installments), url);
    },
  );
  app.post<ById>('/pay/sandbox/payments/:id/expire', (request) => toldPayment(payments.expire(request.params.id), url));
}

/** Without a card's number: with the first test card, if it is a card payment. */
export function payByHand(payments: Payments, id: string, card = '4242424242424242', installments = 1): Payment {
  const payment = payments.find(id);
  return payment.method === 'card' ? chargeAtOnce(payments, payment, card, installments) : payments.pay(id);
}
