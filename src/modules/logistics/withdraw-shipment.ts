import { isId } from '#kernel/id';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { isStaff, worksFor } from '#platform/actor';
import { enqueue } from '#platform/jobs';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { cancelAtCarrier } from './ask-carrier.ts';

/** Listed in the order in which they are checked. */
export type WithdrawShipmentRefusal =
  | { no: 'shipment_not_found' }
  | { no: 'only_labels_of_a_line_are_withdrawn' }
  | { no: 'parcel_is_under_way'; state: string };

interface Withdrawn {
  store: string;
  by: string;
  carrier: string;
  number: string | null;
  state: string;
  accepted_at: Date | null;
  withdrawn_at: Date | null;
}

/** A label that is not wanted after all, before the carrier has the parcel: struck here and at the carrier. */
export async function withdrawShipment(
  work: Work,
  { shipment }: { shipment: string },
): Promise<Result<undefined, WithdrawShipmentRefusal>> {
  if (!isId(shipment)) return refuse({ no: 'shipment_not_found' });
  const found = await work.one<Withdrawn>(sql`
    select store, by, carrier, number, state, accepted_at, withdrawn_at from logistics.shipments where shipment = ${shipment} for update`);
  const may = found && (worksFor(work.by, found.store, 'orders') || isStaff(work.by, 'orders'));
  if (!found || !may) return refuse({ no: 'shipment_not_found' });
  if (found.withdrawn_at) return ok();
  if (found.by !== 'line') return refuse({ no: 'only_labels_of_a_line_are_withdrawn' });
  if (found.accepted_at) return refuse({ no: 'parcel_is_under_way', state: found.state });

  await work.run(
    sql`update logistics.shipments set state = 'withdrawn', withdrawn_at = ${work.now} where shipment = ${shipment}`,
  );
  if (found.number !== null) enqueue(work, cancelAtCarrier({ number: found.number }), { subject: shipment });
  return ok();
}

/** An order is over before it was shipped: its labels, if any, are struck. For the department that keeps the order. */
export async function withdrawLabelsOf(work: Work, { order }: { order: string }): Promise<void> {
  const labels = await work.many<{ shipment: string; number: string | null }>(sql`
    update logistics.shipments set state = 'withdrawn', withdrawn_at = ${work.now}
     where order_id = ${order} and by = 'line' and accepted_at is null and withdrawn_at is null
    returning shipment, number`);
  for (const { shipment, number } of labels) {
    if (number !== null) enqueue(work, cancelAtCarrier({ number }), { subject: shipment });
  }
}
