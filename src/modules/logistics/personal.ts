/**
 * What logistics holds on the people whom parcels go to. It knows them by their orders only, so whoever knows whose orders
 * they are asks for them: what is to be copied, and that an address be forgotten once its parcel has no more way to go.
 */
import { sql } from '#platform/sql';
import type { Asking, Work } from '#platform/work';

type Orders = { orders: readonly string[] };

export async function parcelsHeld(ask: Asking, { orders }: Orders): Promise<Record<string, unknown>[]> {
  return ask.many<Record<string, unknown>>(sql`
    select s.order_id as order, s.reference, s.carrier, s.number, s.addressee, s.state, s.created_at, s.accepted_at, s.delivered_at,
           s.returned_at, s.lost_at,
           (select jsonb_agg(jsonb_build_object('at', c.at, 'place', c.place, 'country', c.country, 'says', c.says) order by c.at)
              from logistics.scans c
              join logistics.parcels p on p.number = c.number and p.carrier = c.carrier
             where p.shipment = s.shipment and c.at >= p.counts_from) as scans
      from logistics.shipments s
     where s.order_id = any(${orders}::uuid[])
     order by s.created_at`);
}

/** Of each address the country stays: statistics and the customs' papers go by it. */
export async function forgetAddressees(work: Work, { orders }: Orders): Promise<void> {
  await work.run(sql`
    update logistics.shipments
       set addressee = jsonb_build_object('country', country, 'name', '–')
     where order_id = any(${orders}::uuid[])`);
}
