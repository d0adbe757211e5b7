/** What every payment provider can do for us, in our words. Nothing of it is called inside a transaction. */
import type { Money } from '#kernel/money';
import type { House } from '#platform/house';
import type { WebhookEvent } from '#platform/webhooks';
import type { PixCode, Slip } from '../payment.ts';

export interface NewPayment {
  /** Ours: the payment's id. It is the idempotency key too, so that asking twice is asking once. */
  reference: string;
  method: string;
  amount: Money;
  description: string;
  locale: string;
  returnUrl: string;
  expiresAt: Date;
  installments: number;
  customer: Customer;
}

export interface Customer {
  name: string;
  email: string;
  country: string;
  taxId?: string;
}

/** A payment as the provider sees it. Its amount is a claim, compared with ours before anything is booked. */
export interface ProviderPayment {
  id: string;
  reference: string;
  status: 'pending' | 'paid' | 'failed' | 'expired' | 'cancelled';
  amount: Money;
  redirectUrl?: string;
  slip?: Slip;
  pix?: PixCode;
  paidAt?: Date;
  /** The provider's word for why it failed. */
  failure?: string;
}

export interface ProviderRefund {
  id: string;
  reference: string;
  status: 'pending' | 'succeeded' | 'failed';
  amount: Money;
  failure?: string;
}

/** What the provider paid out for a day: gross − refunded − fee = net. */
export interface ProviderSettlement {
  id: string;
  day: string;
  gross: Money;
  refunded: Money;
  fee: Money;
  net: Money;
  paidAt: Date;
}

type ProviderNews =
  | { payment: ProviderPayment; refund?: never; settlement?: never }
  | { refund: ProviderRefund; payment?: never; settlement?: never }
  | { settlement: ProviderSettlement; payment?: never; refund?: never };

/** Whatever it asks of them ends as `askPartner` does: with an answer, a PartnerRefuses, or trouble. */
export interface Provider {
  readonly code: string;
  create(house: House, asked: NewPayment): Promise<ProviderPayment>;
  /** By our reference; undefined when the provider has never heard of it. */
  find(house: House, reference: string): Promise<ProviderPayment | undefined>;
  /** Expect no money any more. What was decided before stays; the answer says how it stands. */
  cancel(house: House, id: string): Promise<ProviderPayment>;
  refund(house: House, asked: { payment: string; reference: string; amount: Money }): Promise<ProviderRefund>;
  findRefund(house: House, reference: string): Promise<ProviderRefund | undefined>;
  /** What a webhook says; undefined when it is nothing that concerns us. Throws when it cannot be read. */
  read(event: WebhookEvent): ProviderNews | undefined;
}
