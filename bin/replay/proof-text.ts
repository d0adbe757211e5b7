/** The proof, as people read it. */
import type { Proof } from './proof.ts';
import { amount, many } from './words.ts';

/** How many problems are told; the first ones say most. */
const told = 50;

export function proofText({ books, accounts, escrow, notes, problems }: Proof): string[] {
  const { transfers, links, seals, currencies } = books;
  const broken = books.problems.some(({ what }) => what === 'link_is_broken');
  const open = broken ? 0 : transfers - links;
  const left = problems.length - told;
  return [
    `books    ${many(transfers, 'transfer')} between ${many(accounts, 'account')}${currencies.length > 0 ? `, in ${currencies.join(', ')}` : ''}`,
    `chain    ${many(links, 'link')} ${broken ? 'hold, of' : 'in'} ${many(seals, 'sealed day')}${open > 0 ? `; ${many(open, 'transfer')} since are not sealed yet` : ''}`,
    ...(escrow.length === 0 ? ['escrow   nothing, and no order holds any'] : []),
    ...escrow.map(({ currency, escrow: inEscrow, held, orders }) =>
      inEscrow === held
        ? `escrow   ${amount(currency, inEscrow)}, which is what ${many(orders, 'open order')} hold`
        : `escrow   ${amount(currency, inEscrow)}, while ${many(orders, 'open order')} hold ${amount(currency, held)}`,
    ),
    ...notes.slice(0, told).map((note) => `         ${note}`),
    ...problems.slice(0, told).map((problem) => `WRONG    ${problem}`),
    ...(left > 0 ? [`WRONG    ${many(left, 'more problem')}.`] : []),
  ];
}
