/** The doors of the dated rules: methods and commission. */
import { Type } from 'typebox';
import { door } from '#platform/door';
import { Anything, Maybe, Uuid } from '#platform/shapes';
import { changeMethod } from './change-method.ts';
import { paymentRules } from './desk.ts';
import { setCommission } from './set-commission.ts';

const Day = Type.String({ format: 'date' });
const Text = Type.String();
const Texts = Type.Array(Text);
const Why = Type.String({ minLength: 1, maxLength: 500 });
const Bps = Type.Integer({ description: 'Hundredths of a per cent; at most 500.' });

export const ruleDoors = [
  door({
    method: 'GET',
    path: '/desk/payment-rules',
    says: 'The dated rules of methods and commission: past, in force and to come.',
    may: 'staff',
    answer: Type.Object({
      methods: Type.Array(
        Type.Object({
          code: Text,
          valid_from: Day,
          valid_to: Maybe(Day),
          provider: Text,
          countries: Texts,
          not_countries: Texts,
          currencies: Texts,
          window_minutes: Type.Integer(),
          late_days: Type.Integer(),
          needs: Texts,
          limits: Anything,
          installments: Anything,
          refund_days: Type.Integer(),
          rank: Type.Integer(),
          source: Text,
        }),
      ),
      commission: Type.Array(
        Type.Object({
          id: Uuid,
          category: Maybe(Text),
          store: Maybe(Uuid),
          bps: Bps,
          valid_from: Day,
          valid_to: Maybe(Day),
          source: Text,
        }),
      ),
    }),
    refusals: { only_staff_for_money_may_look: 403 },
    question: paymentRules,
  }),
  door({
    method: 'POST',
    path: '/desk/commission-rules',
    says: 'Staff set the commission of a category, a store, or both, from a day on.',
    may: 'staff',
    body: Type.Object({
      category: Type.Optional(Type.String({ maxLength: 200 })),
      store: Type.Optional(Uuid),
      bps: Bps,
      validFrom: Day,
      why: Why,
    }),
    answer: Type.Object({ rule: Uuid }),
    refusals: { only_staff_for_rules_may: 403, commission_is_out_of_bounds: 422, day_is_wrong: 422, say_why: 422 },
    deed: setCommission,
  }),
  door({
    method: 'POST',
    path: '/desk/payment-methods/{code}',
    says: 'Staff change or end a way to pay from a day on.',
    may: 'staff',
    body: Type.Object({
      validFrom: Day,
      ends: Type.Optional(Type.Boolean()),
      countries: Type.Optional(Texts),
      notCountries: Type.Optional(Texts),
      currencies: Type.Optional(Texts),
      windowMinutes: Type.Optional(Type.Integer()),
      lateDays: Type.Optional(Type.Integer()),
      limits: Type.Optional(
        Type.Record(
          Text,
          Type.Object({
            least: Type.Optional(Type.Integer({ minimum: 1 })),
            most: Type.Optional(Type.Integer({ minimum: 1 })),
          }),
        ),
      ),
      why: Why,
    }),
    answer: Type.Object({ method: Text }),
    refusals: {
      only_staff_for_rules_may: 403,
      method_not_known: 404,
      day_is_wrong: 422,
      country_is_not_known: 422,
      currency_is_not_known: 422,
      time_is_out_of_bounds: 422,
      say_why: 422,
    },
    deed: changeMethod,
  }),
];
