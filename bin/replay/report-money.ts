/** The report's part about money: what was paid by which type, what the prices had to become, what went back and what was earned. */
import type { DifferenceKind } from './price.ts';
import type { Section, Told } from './report-orders.ts';
import { methodOf } from './stage.ts';
import type { Story } from './story.ts';
import { count, many, reais, sum, table, tally } from './words.ts';

const hour = 3_600_000;

export function byType({ stories, placed, seen }: Told): Section {
  const ours = new Set([...placed.values()].map(({ purchase }) => purchase));
  const types = [...tally(stories.flatMap(({ order }) => order.payments.map(({ type }) => type)))]
    .sort(([, a], [, b]) => b - a)
    .map(([type]) => type);
  const lines = types.map((type) => {
    const rows = stories.flatMap(({ order }) => order.payments.filter((one) => one.type === type));
    const here = seen.payments
      .filter(({ method, purchase }) => method === methodOf(type) && ours.has(purchase))
      .reduce((total, { received }) => total + received, 0n);
    const parts = (of: (story: Story) => boolean) =>
      stories.filter(of).flatMap(({ price }) => price.parts.filter((part) => part.type === type));
    const interest = sum(parts(({ paid }) => paid).map((part) => part.interest));
    const waiting = sum(parts(({ paid }) => !paid).map((part) => part.minor + part.interest));
    const there = sum(rows.map(({ value }) => value));
    return {
      type,
      rows: rows.length,
      there,
      here: Number(here),
      interest,
      waiting,
      left: there - Number(here) - interest - waiting,
    };
  });
  const total = (of: (line: (typeof lines)[number]) => number) => sum(lines.map(of));
  const row = (type: string, of: (pick: (line: (typeof lines)[number]) => number) => number): string[] => [
    type,
    count(of((line) => line.rows)),
    ...[
      of((line) => line.there),
      of((line) => line.here),
      of((line) => line.interest),
      of((line) => line.waiting),
      of((line) => line.left),
    ].map(reais),
  ];
  const nothing = stories.flatMap(({ order }) => order.payments.filter(({ value }) => value === 0)).length;
  return {
    title: 'Money paid, by type',
    lines: [
      ...table(
        ['type', 'rows', 'in the data', 'taken here', 'card’s interest', 'never approved', 'unexplained'],
        [...lines.map((line) => row(line.type, (pick) => pick(line))), row('all', total)],
      ),
      '',
      '"card’s interest" is what buyers paid their cards for lending, in instalments: it is no price of goods, and no part of escrow.',
      '"never approved": the order was cancelled without an approval, so its money was expected here and never came.',
      ...(nothing > 0 ? [`${many(nothing, 'row')} of R$ 0.00 moved nothing.`] : []),
    ],
    wrong: lines
      .filter(({ left }) => left !== 0)
      .map(({ type, left }) => `${reais(left)} paid by ${type} cannot be explained.`),
  };
}

const kinds: Record<Exclude<DifferenceKind, 'unexplained'>, string> = {
  rounding: 'by cents: the carriage of each piece was rounded; the buyer paid the sum, and so it is here',
  coupon:
    'a whole per cent of the goods less, to the cent: a coupon that the data do not name; the goods were sold for that much less here',
  interest: 'more, by a card in instalments: the card’s interest, which goes to who lent the money',
  not_paid: 'nothing paid at all: see the order without a payment',
};

export function differences({ stories }: Told): Section {
  const found = stories.flatMap(({ price: { difference }, order }) =>
    difference ? [{ ...difference, id: order.id }] : [],
  );
  const lines = (Object.keys(kinds) as (keyof typeof kinds)[]).flatMap((kind) => {
    const these = found.filter((one) => one.kind === kind);
    if (these.length === 0) return [];
    return [
      `${count(these.length).padStart(5)}  ${kinds[kind]} (in all ${reais(sum(these.map(({ minor }) => minor)))})`,
      ...(kind === 'rounding' ? [] : these.map(({ id, minor }) => `         ${id}  ${reais(minor)}`)),
    ];
  });
  if (found.length === 0) return { title: '', lines: [], wrong: [] };
  return {
    title: 'Orders whose payments are not their prices',
    lines: [
      `${many(found.length, 'order')} of the data, whose goods and carriage do not sum to what was paid:`,
      ...lines,
    ],
    wrong: found
      .filter(({ kind }) => kind === 'unexplained')
      .map(({ id, minor }) => `Order ${id}: paid ${reais(minor)} beside its price, and nothing says why.`),
  };
}

export function instalments({ stories, seen }: Told): Section {
  const cards = stories.flatMap(({ order }) => order.payments.filter(({ type }) => type === 'credit_card'));
  const counts = [...tally(cards.map((one) => one.installments))].sort(([a], [b]) => a - b);
  const over = cards.filter((one) => one.installments > seen.installments);
  if (cards.length === 0) return { title: '', lines: [], wrong: [] };
  return {
    title: 'Cards in instalments',
    lines: [
      counts.map(([parts, number]) => `${parts}× ${count(number)}`).join('   '),
      ...(over.length > 0
        ? [
            `The house’s card takes at most ${seen.installments}: ${many(over.length, 'payment')} in more ${over.length === 1 ? 'is' : 'are'} kept as ${seen.installments}. How a card is paid off is between buyer and card.`,
          ]
        : []),
    ],
    wrong: [],
  };
}

export function boletos({ stories, seen }: Told): Section {
  const there = stories
    .filter(({ order, paid }) => paid && order.approvedAt && order.payments.some(({ type }) => type === 'boleto'))
    .map(({ order }) => order.approvedAt!.getTime() - order.placedAt.getTime());
  const paid = seen.payments.filter(({ method, paid_at }) => method === 'boleto' && paid_at);
  const here = paid.map(({ created_at, paid_at }) => paid_at!.getTime() - created_at.getTime());
  if (here.length + there.length === 0) return { title: '', lines: [], wrong: [] };
  const late = (method: string) =>
    seen.payments.filter((one) => one.method === method && one.paid_at && one.paid_at > one.expires_at).length;
  const waits = (all: number[]): string => {
    const sorted = [...all].sort((a, b) => a - b);
    const at = (share: number): string =>
      `${((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) / hour).toFixed(1)} h`;
    return `${many(all.length, 'boleto')}: half within ${at(0.5)}, nine in ten within ${at(0.9)}, the slowest ${at(1)}`;
  };
  const lateOnes = [...new Set(seen.payments.map(({ method }) => method))].sort().filter((method) => late(method) > 0);
  return {
    title: 'How long payments waited',
    lines: [
      `in the data  ${waits(there)}`,
      `here         ${waits(here)}${here.length > there.length ? ' (with those whose approval has no time)' : ''}`,
      ...(lateOnes.length > 0
        ? [
            `Approved after the house’s own time to pay: ${lateOnes.map((method) => `${method} ${count(late(method))}`).join(', ')}. Those orders lapsed, and were funded when the money came, for the goods were still there.`,
          ]
        : []),
    ],
    wrong: [],
  };
}

export function earned({ seen }: Told): Section {
  const book = (kind: string): bigint => seen.books.get(kind) ?? 0n;
  const [commission, sellers] = [book('commission_income'), book('seller_payable')];
  const given = seen.payments.reduce((total, one) => total + one.given_back, 0n);
  const suspended = seen.payments.filter((one) => one.suspended > 0n);
  const share = commission + sellers === 0n ? 0 : Number((commission * 1_000_000n) / (commission + sellers)) / 10_000;
  return {
    title: 'What became of the money',
    lines: [
      ...table(
        ['', 'sum'],
        [
          ['taken by the provider', reais(seen.payments.reduce((total, one) => total + one.received, 0n))],
          ['given back to buyers', reais(given)],
          ['in escrow', reais(book('escrow'))],
          ['owed to sellers', reais(sellers)],
          ['commission earned', reais(commission)],
        ],
      ),
      `The commission is ${share.toFixed(2)} % of what was released; at most 5 %, rounded down order by order.`,
    ],
    wrong: [
      ...suspended.map(({ id, suspended: minor }) => `Payment ${id} holds ${reais(minor)} in suspense.`),
      ...(book('refund_payable') === 0n
        ? []
        : [`${reais(book('refund_payable'))} is owed to buyers and did not go back.`]),
    ],
  };
}
