import type { Ground } from '../ground/ground.ts';
import { newId } from '../ground/ids.ts';
import { notFound, Refused } from '../ground/refused.ts';
import type { Amount } from '../provider/payment.ts';
import type { Statements } from './statements.ts';

type Account = { iban: string } | { number: string; country: string; bank: string };

export interface Transfer {
  id: string;
  reference: string;
  amount: Amount;
  to: { account: Account; holder: string };
  text: string;
  status: 'accepted' | 'booked' | 'rejected';
  reason: { code: string; message: string } | null;
  created_at: string;
  /** When it is booked or rejected, unless somebody does so before. */
  expected_at: string;
  finished_at: string | null;
}

export interface Transfers {
  create(asked: Pick<Transfer, 'reference' | 'amount' | 'to' | 'text'>): Transfer;
  find(id: string): Transfer;
  ofReference(reference: string): Transfer[];
  book(id: string, at?: Date): Transfer;
  reject(id: string, at?: Date, reason?: NonNullable<Transfer['reason']>): Transfer;
}

const closed = { code: 'account_closed', message: 'The account of the payee is closed.' };
const dayMs = 86_400_000;

export function openTransfers(ground: Ground, statements: Statements, booksAfterMs: number): Transfers {
  const { agenda, webhooks, now } = ground;
  const table = ground.journal.table<Transfer>('transfer');
  const byReference = new Map<string, string[]>();

  const find = (id: string): Transfer => {
    const transfer = table.get(id);
    if (!transfer) throw notFound('transfer', id);
    return transfer;
  };
  const ofReference = (reference: string) => (byReference.get(reference) ?? []).map(find);
  function index(transfer: Transfer): void {
    byReference.set(transfer.reference, [...(byReference.get(transfer.reference) ?? []), transfer.id]);
    if (transfer.status === 'accepted') agenda.add('transfer.finish', transfer.id, Date.parse(transfer.expected_at));
  }

  /** One reference, one transfer: whoever lost our answer and asks anew must not pay twice. After a rejection it is free again. */
  function create({ reference, amount, to, text }: Parameters<Transfers['create']>[0]): Transfer {
    if ('iban' in to.account && !ibanHolds(to.account.iban)) {
      throw new Refused(422, 'iban_mistyped', 'The IBAN is not one: its check digits do not fit.', 'to.account.iban');
    }
    const earlier = ofReference(reference).find(({ status }) => status !== 'rejected');
    if (earlier)
      throw new Refused(409, 'reference_used', `Transfer ${earlier.id} carries this reference.`, 'reference');
    const at = now();
    const transfer = table.put({
      id: newId('trf', at),
      reference,
      amount,
      to,
      text,
      status: 'accepted',
      reason: null,
      created_at: at.toISOString(),
      expected_at: new Date(at.getTime() + (tail(to.account) === '9999' ? dayMs : booksAfterMs)).toISOString(),
      finished_at: null,
    });
    index(transfer);
    return transfer;
  }

  function finish(transfer: Transfer, status: 'booked' | 'rejected', at: Date): Transfer {
    transfer.status = status;
    transfer.finished_at = at.toISOString();
    table.put(transfer);
    webhooks.send('bank', `transfer.${status}`, transfer.id, transfer, at);
    return transfer;
  }

  function book(id: string, at = now()): Transfer {
    const transfer = find(id);
    if (transfer.status === 'booked') return transfer;
    if (transfer.status === 'rejected') throw refusalOf(transfer);
    const { currency, minor } = transfer.amount;
    const { reference, text } = transfer;
    statements.enter({ id, currency, minor: -minor, reference, text: `${transfer.to.holder}: ${text}` }, at);
    return finish(transfer, 'booked', at);
  }
  function reject(id: string, at = now(), reason = closed): Transfer {
    const transfer = find(id);
    if (transfer.status === 'rejected') return transfer;
    if (transfer.status === 'booked') throw refusalOf(transfer);
    transfer.reason = reason;
    return finish(transfer, 'rejected', at);
  }

  agenda.on('transfer.finish', (id, at) => {
    const transfer = find(id);
    if (transfer.status !== 'accepted') return;
    if (tail(transfer.to.account) === '0000') reject(id, at);
    else book(id, at);
  });
  for (const transfer of table.rows()) index(transfer);

  return { create, find, ofReference, book, reject };
}

function refusalOf({ status }: Transfer): Refused {
  return new Refused(409, `transfer_is_${status}`, `The transfer is ${status}.`);
}

/** The last four signs say how the sandbox treats an account: 0000 is closed, 9999 takes a day. */
function tail(account: Account): string {
  return ('iban' in account ? account.iban : account.number).replace(/[^0-9A-Z]/gi, '').slice(-4);
}

/** ISO 13616: moved to the end, letters as numbers, the whole leaves 1 when divided by 97. */
export function ibanHolds(iban: string): boolean {
  const text = iban.replace(/\s/g, '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text)) return false;
  const digits = [...text.slice(4), ...text.slice(0, 4)].map((sign) => Number.parseInt(sign, 36)).join('');
  return BigInt(digits) % 97n === 1n;
}
