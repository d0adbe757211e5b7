/** The jobs of payments by name, for deeds that leave them behind. What they do stands in the files named after them. */
export interface PaymentPlace {
  purchase: string;
  payment: string;
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

export const toCreate = ({ purchase, payment }: PaymentPlace) => ({
  name: taskNames.create,
  body: { purchase, payment },
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
