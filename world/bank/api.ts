import type { FastifyInstance } from 'fastify';
import { Type, type Static } from 'typebox';
import type { Once } from '../ground/answers.ts';
import type { Mischief } from '../ground/faults.ts';
import { guardApi } from '../ground/gate.ts';
import { Refused } from '../ground/refused.ts';
import { AmountShape } from '../provider/api.ts';
import type { Statements } from './statements.ts';
import type { Transfers } from './transfers.ts';

const NewTransfer = Type.Object({
  reference: Type.String({ minLength: 1, maxLength: 100 }),
  amount: AmountShape,
  to: Type.Object({
    account: Type.Union([
      Type.Object({ iban: Type.String({ minLength: 15, maxLength: 42 }) }),
      Type.Object({
        number: Type.String({ minLength: 4, maxLength: 34 }),
        country: Type.String({ pattern: '^[A-Z]{2}$' }),
        bank: Type.String({ minLength: 1, maxLength: 100 }),
      }),
    ]),
    holder: Type.String({ minLength: 1, maxLength: 200 }),
  }),
  text: Type.String({ maxLength: 140 }),
});

export interface BankParts {
  transfers: Transfers;
  statements: Statements;
  mischief: Mischief;
  once: Once;
  key: string;
}

type ById = { Params: { id: string } };
type Asked = { Querystring: { reference?: string; day?: string } };

export function bankApi(app: FastifyInstance, parts: BankParts): void {
  const { transfers, statements, once } = parts;
  void app.register(
    async (api) => {
      guardApi(api, parts);
      api.post<{ Body: Static<typeof NewTransfer> }>(
        '/transfers',
        { schema: { body: NewTransfer } },
        (request, reply) => once(request, reply, () => ({ status: 201, body: transfers.create(request.body) })),
      );
      api.get<Asked>('/transfers', (request) => {
        const { reference } = request.query;
        if (!reference) throw new Refused(400, 'reference_missing', 'Say ?reference=…', 'reference');
        return { transfers: transfers.ofReference(reference) };
      });
      api.get<ById>('/transfers/:id', (request) => transfers.find(request.params.id));
      api.get<Asked>('/statement', (request) => {
        const { day } = request.query;
        if (!day || !/^\d{4}-\d\d-\d\d$/.test(day))
          throw new Refused(400, 'day_missing', 'Say ?day=YYYY-MM-DD.', 'day');
        return { day, accounts: statements.ofDay(day) };
      });
    },
    { prefix: '/bank/v1' },
  );
  app.post<ById>('/bank/sandbox/transfers/:id/book', (request) => transfers.book(request.params.id));
  app.post<ById>('/bank/sandbox/transfers/:id/reject', (request) => transfers.reject(request.params.id));
}
