/** The door that explains an order's fees. */
import { Type } from 'typebox';
import { door } from '#platform/door';
import { Maybe, MoneyShape, Uuid, When } from '#platform/shapes';
import { feesOf } from './fees-of.ts';

const FeeLineShape = Type.Object({
  category: Type.String(),
  goods: MoneyShape,
  bps: Type.Integer({ description: 'Hundredths of a per cent.' }),
  rule: Type.Optional(
    Type.Object(
      {
        of: Type.String({ description: 'Whose rule it is: `store_in_category`, `store`, `category` or `all`.' }),
        from: Type.String({ format: 'date' }),
        source: Type.String(),
      },
      { description: 'Left out where the rules of that day were corrected since; what was said at the sale counts.' },
    ),
  ),
});

export const feesDoor = door({
  method: 'GET',
  path: '/orders/{order}/fees',
  says: 'Why a store gets of an order what it gets: the price, each rule of commission with its day, the carriage, the exchange.',
  may: 'person',
  answer: Type.Object({
    order: Uuid,
    soldAt: When,
    releasedAt: Maybe(When),
    paid: MoneyShape,
    mid: Type.String({ description: 'The middle rate at which the price was made.' }),
    goods: MoneyShape,
    carriage: MoneyShape,
    carriesItself: Type.Boolean(),
    returned: MoneyShape,
    lines: Type.Array(FeeLineShape),
    commission: MoneyShape,
    toLine: MoneyShape,
    toSeller: MoneyShape,
    commissionBack: MoneyShape,
  }),
  question: feesOf,
});
