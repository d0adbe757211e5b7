/** What became of an order once it was placed, done by the deeds that the doors and the webhooks use. */
import { reportTracking } from '#modules/logistics';
import { paymentsOf, reportPayment } from '#modules/payments';
import { cancelOrder, dispatchOrder } from '#modules/trade';
import { system } from '#platform/actor';
import type { House } from '#platform/house';
import { perform } from '#platform/perform';
import { question } from '#platform/work';
import { provider } from './outside.ts';
import { does } from './stage.ts';
import type { Act } from './stage.ts';

/** The provider reports each part as paid, as its webhook does. */
export const pay: Act = async (house, stage, { order }, { at }) => {
  const { purchase } = stage.placed.get(order.id)!;
  const payments = await question(house, system, paymentsOf, { purchase });
  for (const { payment } of payments)
    await does(house, system, reportPayment, { provider, told: stage.outside.paid(payment, at) }, `${payment}:paid`);
};

/** Each store hands its parcel over, and the carrier scans it. */
export const dispatch: Act = async (house, stage, { order }, { scannedAt }) => {
  const { orders } = stage.placed.get(order.id)!;
  for (const [n, { order: id, store }] of orders.entries()) {
    const owner = stage.market.owners.get(store)!;
    const number = numberOf(order.id, n);
    const said = await perform(house, { key: `olist:${id}:dispatch`, by: owner }, dispatchOrder, {
      order: id,
      carrier,
      number,
    });
    if (said.ok) await scan(house, number, 'EMA', scannedAt);
    else stage.refused.push({ order: order.id, step: 'dispatch', refusal: said.refusal });
  }
};

/** The carrier of the data has no name, and its parcels no numbers. */
const carrier = 'other';
const numberOf = (order: string, n: number): string => `OLIST-${order.slice(0, 24).toUpperCase()}-${n + 1}`;

async function scan(house: House, number: string, code: string, at: Date): Promise<void> {
  await does(
    house,
    system,
    reportTracking,
    { carrier, number, scans: [{ code, at, country: 'BR' }], toldBy: 'webhook' },
    `${number}:${code}`,
  );
}

const scanAll =
  (code: string): Act =>
  async (house, stage, { order }, { scannedAt }) => {
    if (stage.refused.some((one) => one.order === order.id)) return;
    for (const n of stage.placed.get(order.id)!.orders.keys())
      await scan(house, numberOf(order.id, n), code, scannedAt);
  };

/** Delivered; and back at the sender's. Codes of the Universal Postal Union, and of the line. */
export const deliver = scanAll('EMI');
export const comeBack = scanAll('RTS');

/** What was not to be had, its seller takes back; everything else its buyer. */
export const cancel: Act = async (house, stage, { order, paid }) => {
  const { orders } = stage.placed.get(order.id)!;
  const bySeller = order.status === 'unavailable';
  for (const { order: id, store } of paid ? orders : orders.slice(0, 1)) {
    const by = bySeller
      ? stage.market.owners.get(store)!
      : stage.buyers.get(stage.olist.customers.get(order.customer)!.person)!;
    await does(house, by, cancelOrder, { order: id, why: order.status }, `${id}:cancel`);
  }
};
