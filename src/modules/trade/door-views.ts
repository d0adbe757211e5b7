/** What the API shows: the pages' answers as plain JSON, with amounts as integers in minor units. */
import type { Asking } from '#platform/work';
import { basketOf } from './basket.ts';
import { checkoutOf, heldCheckout } from './checkout.ts';
import { orderPage, purchasePage } from './order-page.ts';

/** JSON knows no bigint: amounts here are far below 2^53, beyond which they would lose digits. */
export function plain(value: object): Record<string, unknown> {
  return shown(value) as Record<string, unknown>;
}

function shown(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(shown);
  if (value instanceof Date) return value.toISOString();
  const all: Record<string, unknown> = {};
  for (const key in value) all[key] = shown((value as Record<string, unknown>)[key]);
  return all;
}

export async function cartForDoor(ask: Asking, { currency, locale = 'en' }: { currency: string; locale?: string }) {
  return plain(await basketOf(ask, { currency, locale }));
}

/** With a method the price is the one that holds until its time to pay is over. */
export async function checkoutForDoor(
  ask: Asking,
  {
    country,
    postalCode = '',
    currency,
    locale = 'en',
    method,
  }: { country: string; postalCode?: string; currency: string; locale?: string; method?: string },
) {
  const input = { country, postalCode, currency, locale };
  const checkout = await checkoutOf(ask, input);
  const chosen = checkout.methods.find((one) => one.code === method);
  return plain(chosen ? await heldCheckout(ask, input, checkout, chosen.window) : checkout);
}

export async function purchaseForDoor(ask: Asking, input: { purchase: string; key?: string }) {
  const page = await purchasePage(ask, input);
  return page && plain(page);
}

export async function orderForDoor(ask: Asking, input: { order: string; key?: string }) {
  const page = await orderPage(ask, input);
  return page && plain(page);
}
