import { formatLine, readBoleto } from '#kernel/boleto';
import type { Day } from '#kernel/period';
import type { Slip } from './payment.ts';

export type SlipProblem = 'slip_is_missing' | 'slip_numbers_are_wrong' | 'slip_amount_differs' | 'slip_day_differs';

/**
 * What is wrong with a boleto that the provider sent; nothing when the bar code and the typeable line hold, mean the same slip,
 * and carry our amount and its day. A wrong one is never shown: the buyer would pay somebody else's bill.
 */
export function slipProblem(slip: Slip | undefined, amount: bigint, today: Day): SlipProblem | undefined {
  if (!slip) return 'slip_is_missing';
  const [bars, typed] = [readBoleto(slip.barcode, today), readBoleto(slip.line, today)];
  if (!bars.ok || !typed.ok || bars.value.barcode !== typed.value.barcode || bars.value.kind !== 'bank')
    return 'slip_numbers_are_wrong';
  if (bars.value.amountMinor !== amount) return 'slip_amount_differs';
  return bars.value.due === slip.dueDate ? undefined : 'slip_day_differs';
}

/** As it is kept and shown: the bar code's 44 digits, the line with its points and spaces. */
export function printed(slip: Slip, today: Day): Slip {
  const read = readBoleto(slip.barcode, today);
  return read.ok ? { ...slip, barcode: read.value.barcode, line: formatLine(read.value.line) } : slip;
}
