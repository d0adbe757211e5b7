/** The bank's own doors, as its documents describe them. Called by jobs only. */
import type { Money } from '#kernel/money';
import type { PayoutAccount } from '#modules/parties';
import type { House } from '#platform/house';

export interface BankTransfer {
  id: string;
  /** Ours: the payout. One reference is one transfer, until it is rejected. */
  reference: string;
  amount: { currency: string; minor: number };
  status: 'accepted' | 'booked' | 'rejected';
  reason: { code: string; message: string } | null;
}

export interface BankStatement {
  day: string;
  accounts: {
    currency: string;
    opening: number;
    closing: number;
    entries: { id: string; at: string; minor: number; reference: string; text: string }[];
  }[];
}

/** The bank answered, and its answer is no. Anything else that goes wrong is trouble: thrown as it comes, and tried again. */
export class BankRefuses extends Error {
  status: number;
  code: string;
  constructor(status: number, code: string, says: string) {
    super(says);
    this.status = status;
    this.code = code;
  }
}

const patienceMs = 12_000;

async function call<Answer>(
  house: House,
  method: 'GET' | 'POST',
  path: string,
  body?: object,
  key?: string,
): Promise<Answer> {
  const { bank, providerKey } = house.config.world;
  const answer = await fetch(`${bank}/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${providerKey}`,
      ...(body ? { 'content-type': 'application/json' } : {}),
      ...(key ? { 'idempotency-key': key } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
    signal: AbortSignal.timeout(patienceMs),
  });
  const said = (await answer.json().catch(() => ({}))) as { error?: { code?: string; message?: string } };
  if (answer.ok) return said as Answer;
  const says = said.error?.message ?? `The bank answered ${answer.status}.`;
  // Its trouble, too many calls, or our key being changed: later it may be different.
  if (answer.status >= 500 || [401, 403, 408, 429].includes(answer.status)) throw new Error(says);
  throw new BankRefuses(answer.status, said.error?.code ?? String(answer.status), says);
}

/** The payout's id is key and reference: asked again, the bank tells of the same transfer. */
export const transferMoney = (
  house: House,
  {
    payout,
    amount,
    account,
    holder,
    text,
  }: { payout: string; amount: Money; account: PayoutAccount['account']; holder: string; text: string },
): Promise<BankTransfer> =>
  call(
    house,
    'POST',
    '/transfers',
    {
      reference: payout,
      amount: { currency: amount.currency, minor: Number(amount.minor) },
      to: { account, holder },
      text,
    },
    payout,
  );

/** What the bank knows under a payout's id: the newest is the one that counts. */
export async function transfersUnder(house: House, payout: string): Promise<BankTransfer[]> {
  const { transfers } = await call<{ transfers: BankTransfer[] }>(
    house,
    'GET',
    `/transfers?reference=${encodeURIComponent(payout)}`,
  );
  return transfers;
}

export const statementOfDay = (house: House, day: string): Promise<BankStatement> =>
  call(house, 'GET', `/statement?day=${day}`);
