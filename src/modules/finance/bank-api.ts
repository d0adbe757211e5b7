/** The bank's own doors, as its documents describe them. Called by jobs only. */
import type { Money } from '#kernel/money';
import type { PayoutAccount } from '#modules/parties';
import type { House } from '#platform/house';
import { askPartner } from '#platform/partner';

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

const theBank = (house: House) => ({ name: 'The bank', url: house.config.world.bank, patienceMs: 12_000 });

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
  askPartner(house, theBank(house), {
    method: 'POST',
    path: '/transfers',
    key: payout,
    body: {
      reference: payout,
      amount: { currency: amount.currency, minor: Number(amount.minor) },
      to: { account, holder },
      text,
    },
  }) as Promise<BankTransfer>;

/** What the bank knows under a payout's id: the newest is the one that counts. */
export async function transfersUnder(house: House, payout: string): Promise<BankTransfer[]> {
  const asked = { method: 'GET', path: `/transfers?reference=${encodeURIComponent(payout)}` } as const;
  const { transfers } = (await askPartner(house, theBank(house), asked)) as { transfers: BankTransfer[] };
  return transfers;
}

export const statementOfDay = (house: House, day: string): Promise<BankStatement> =>
  askPartner(house, theBank(house), { method: 'GET', path: `/statement?day=${day}` }) as Promise<BankStatement>;
