export interface Amount {
  currency: string;
  minor: number;
}
export type Method = 'card' | 'boleto' | 'pix';
type PaymentStatus = 'pending' | 'paid' | 'failed' | 'expired' | 'cancelled' | 'partly_refunded' | 'refunded';

export interface Payment {
  id: string;
  reference: string;
  status: PaymentStatus;
  method: Method;
  amount: Amount;
  /** What has gone back so far, in minor units of the same currency. */
  refunded: number;
  description: string;
  return_url: string;
  customer: { name: string; email: string; tax_id?: string; country: string };
  locale: string;
  /** The most parts the shop lets a card be charged in. */
  installments: number;
  card: { brand: string; last4: string; installments: number } | null;
  boleto: { barcode: string; line: string; due_date: string } | null;
  pix: { emv: string } | null;
  /** A slip paid at the bank after it had expired. */
  late: boolean;
  failure: { code: string; message: string } | null;
  created_at: string;
  expires_at: string;
  paid_at: string | null;
  /** What only the sandbox knows. */
  inner: {
    attemptsLeft: number;
    refunding: number;
    challenge?: { brand: string; last4: string; installments: number };
    /** The bank was told to pay then. */
    paysAt?: string;
    /** Charged, but nobody will be told; comes to light then to whoever asks. */
    unheardUntil?: string;
  };
}

/** A payment as the API and the webhooks tell it. */
export function toldPayment({ inner: _, refunded, boleto, pix, ...payment }: Payment, url: string) {
  const page = `${url}/pay/p/${payment.id}`;
  return {
    ...payment,
    refunded: { currency: payment.amount.currency, minor: refunded },
    redirect_url: page,
    boleto: boleto && { ...boleto, slip_url: page },
    pix: pix && { ...pix, expires_at: payment.expires_at },
  };
}
export type ToldPayment = ReturnType<typeof toldPayment>;

export const isPaid = ({ status }: Payment): boolean =>
  status === 'paid' || status === 'partly_refunded' || status === 'refunded';

/** Where the buyer goes back to, and what the shop is told there: it must ask us before it believes it. */
export function wayBack(payment: Payment): string {
  const back = new URL(payment.return_url);
  back.searchParams.set('payment', payment.id);
  back.searchParams.set('status', statusOnTheWay(payment));
  return back.href;
}

function statusOnTheWay(payment: Payment): string {
  if (isPaid(payment)) return 'paid';
  return payment.inner.unheardUntil ? 'unknown' : payment.status;
}
