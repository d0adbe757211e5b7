/** What payments hold on a person. Accounts are kept as the law wants them; nothing in them says who the person was. */
import { sql } from '#platform/sql';
import type { Personal } from '#platform/personal';

export const personal: Personal = {
  held: async (ask, { person }) => ({
    payments: await ask.many<Record<string, unknown>>(sql`
      select id, purchase, method, state, currency, amount, received, given_back, created_at, paid_at
        from payments.payments
       where purchase in (select purchase from payments.payees where payer = ${person})
       order by created_at`),
  }),
  forget: async () => undefined,
};
