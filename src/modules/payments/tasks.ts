/** The jobs of payments by name, for deeds that leave them behind. What they do stands in the files named after them. */
export interface PaymentPlace {
  purchase: string;
  payment: string;
}
/** What the provider is to be told of a payment; the customer sealed, amounts and times as text, because it lies in a job. */
export interface Asked {
  provider: string;
  method: string;
  currency: string;
  minor: string;
  customer: string;
  description: string;
  locale: string;
  returnUrl: string;
  installments: number;
  expiresAt: string;
}

export interface RefundPlace {
  purchase: string;
  refund: string;
  part: string;
}

export const taskNames = {
  create: 'payments.create_at_provider',
  cancel: 'payments.cancel_at_provider',
  look: 'payments.look_at_provider',
  refund: 'payments.refund_at_provider',
} as const;

/** Without `asked` the job looks it up: so for a second telling. */
export const toCreate = ({ purchase, payment }: PaymentPlace, asked?: Asked) => ({
  name: taskNames.create,
  body: { purchase, payment, ...(asked ? { asked } : {}) },
});
export const toCancel = ({ purchase, payment }: PaymentPlace) => ({
  name: taskNames.cancel,
  body: { purchase, payment },
});
export const toLook = ({ purchase, payment }: PaymentPlace) => ({ name: taskNames.look, body: { purchase, payment } });
export const toRefund = ({ purchase, refund, part }: RefundPlace) => ({
  name: taskNames.refund,
  body: { purchase, refund, part },
});
