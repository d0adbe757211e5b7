/** A store's ledger account, read from the newest line down. */
import { transfersOf } from '#modules/ledger';
import type { TransferLine } from '#modules/ledger';
import { sellerPayable } from '#modules/payments';
import type { Asking } from '#platform/work';

/** `signed` is what the store gets; below zero, what it gives. */
export type SignedTransfer = TransferLine & { signed: bigint };

interface Stretch {
  store: string;
  currency: string;
  from?: Date;
  to?: Date;
  before?: Pick<TransferLine, 'at' | 'entry' | 'line'>;
  batch?: number;
}

/** The transfers of a store's account in one currency, newest first, in pages of the ledger's own. */
export async function* pagesDown(
  ask: Asking,
  { store, currency, from, to, before, batch = 500 }: Stretch,
): AsyncGenerator<SignedTransfer[]> {
  const account = sellerPayable(store);
  for (let place = before; ;) {
    const page = await transfersOf(ask, {
      account,
      limit: batch,
      ...(from && { from }),
      ...(to && { to }),
      ...(place && { before: place }),
    });
    yield page
      .filter((one) => one.currency === currency)
      .map((one) => ({ ...one, signed: one.credit === account ? one.minor : -one.minor }));
    if (page.length < batch) return;
    place = page.at(-1)!;
  }
}

/** The same, one by one. */
export async function* transfersDown(ask: Asking, stretch: Stretch): AsyncGenerator<SignedTransfer> {
  for await (const page of pagesDown(ask, stretch)) yield* page;
}
