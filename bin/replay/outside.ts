/** The payment provider of the replay: it agrees to everything at once, for what came of it is known. Nothing leaves this process. */
import { makeBoleto } from '#kernel/boleto';
import { dayOf } from '#kernel/period';
import { standIn } from '#modules/payments';
import type { NewPayment, Provider, ProviderPayment } from '#modules/payments';

/** The code under which the dated methods name their provider. */
export const provider = 'harbour';

export interface Outside {
  /** What the provider tells of a payment that was made, by our reference. */
  paid(reference: string, at: Date): ProviderPayment;
  /** The provider is again who it was. */
  leave(): void;
}

/** Until it leaves, and in this process, the provider is this one. */
export function playOutside(): Outside {
  const book = new Map<string, ProviderPayment>();
  const known = (id: string): ProviderPayment => {
    const told = book.get(id);
    if (!told) throw new Error(`The provider of the replay does not know payment ${id}.`);
    return told;
  };
  const leave = standIn({
    code: provider,
    create: async (_house, asked) => {
      const told = toldOf(asked);
      book.set(told.id, told);
      return told;
    },
    find: async (_house, reference) => book.get(idOf(reference)),
    cancel: async (_house, id) => ({ ...known(id), status: 'cancelled' }),
    refund: async (_house, { reference, amount }) => ({ id: idOf(reference), reference, status: 'succeeded', amount }),
    findRefund: async () => undefined,
    read: () => undefined,
  } satisfies Provider);
  return { paid: (reference, at) => ({ ...known(idOf(reference)), status: 'paid', paidAt: at }), leave };
}

const idOf = (reference: string): string => `olist-${reference}`;

function toldOf(asked: NewPayment): ProviderPayment {
  const { reference, amount, method, returnUrl } = asked;
  const way = method === 'boleto' ? { slip: slipOf(asked) } : { redirectUrl: returnUrl };
  return { id: idOf(reference), reference, status: 'pending', amount, ...way };
}

/** A slip as a bank would print it, numbered by our payment. */
function slipOf({ reference, amount, expiresAt }: NewPayment): NonNullable<ProviderPayment['slip']> {
  const due = dayOf(expiresAt);
  const freeField = BigInt(`0x${reference.replaceAll('-', '')}`)
    .toString()
    .slice(-25)
    .padStart(25, '0');
  const { barcode, line } = makeBoleto({ bank: '237', amountMinor: amount.minor, due, freeField });
  return { barcode, line, dueDate: due };
}
