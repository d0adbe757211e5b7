import { money } from '#kernel/money';
import type { Money } from '#kernel/money';
import { dayOf } from '#kernel/period';
import type { Asking } from '#platform/work';
import { carriage, carriagePrice, zoneFor } from './carriage.ts';
import type { Carriage } from './carriage.ts';
import { cardFor, linesOf } from './lines.ts';
import type { Line } from './lines.ts';
import { priceOnLine, whyNotCarried } from './rating.ts';
import type { Size } from './rating.ts';

export interface ShippingOption {
  /** `seller:standard`, or `line:` and the line's own code. */
  readonly code: string;
  readonly by: 'seller' | 'line';
  readonly name: string;
  /** In the store's currency. */
  readonly price: Money;
  /** From how many days after dispatch to how many. */
  readonly days: readonly [number, number];
  /** The carrier's code; empty where the seller chooses one when shipping. */
  readonly carrier: string;
}

export interface ShippingWanted {
  store: string;
  storeCountry: string;
  country: string;
  postalCode: string;
  grams: number;
  /** One for each piece. */
  sizeMm: readonly Size[];
  /** The store's: prices are in it, and a line without prices in it is not offered. */
  currency: string;
  /** What the goods cost, for carriage that is free from an amount. */
  goods?: Money;
  battery: boolean;
}

/**
 * The ways in which a store's goods can reach a country today, cheapest first; none when nobody carries them. The
 * rules are in memory: a checkout costs at most one statement for the store's own, and usually none.
 */
export async function shippingOptions(ask: Asking, wanted: ShippingWanted): Promise<ShippingOption[]> {
  const [own, lines] = await Promise.all([carriage.of(ask, wanted.store), linesOf(ask)]);
  const day = dayOf(ask.now);
  const offered = [bySeller(own, wanted), ...lines.map((line) => byLine(line, wanted, day))];
  return offered
    .filter((option) => option !== undefined)
    .sort((a, b) => (a.price.minor < b.price.minor ? -1 : a.price.minor > b.price.minor ? 1 : 0));
}

function bySeller(own: Carriage, { country, grams, currency, goods }: ShippingWanted): ShippingOption | undefined {
  // Rules in another currency are from before the store changed its own: not offered until the store says them anew.
  if (own.currency !== currency) return undefined;
  const zone = zoneFor(own.zones, country);
  const price = zone && carriagePrice(zone, { grams, goods: goods?.currency === currency ? goods.minor : 0n });
  if (price === undefined) return undefined;
  return {
    code: 'seller:standard',
    by: 'seller',
    name: 'Standard',
    price: money(currency, price),
    days: zone!.days,
    carrier: '',
  };
}

function byLine(line: Line, wanted: ShippingWanted, day: string): ShippingOption | undefined {
  if (!line.origins.includes(wanted.storeCountry)) return undefined;
  const card = cardFor(line, { country: wanted.country, day });
  if (!card || whyNotCarried(wanted, card)) return undefined;
  const price = priceOnLine(wanted, card, wanted.currency);
  if (price === undefined) return undefined;
  return {
    code: `line:${line.line}`,
    by: 'line',
    name: line.name,
    price: money(wanted.currency, price),
    days: card.days,
    carrier: line.carrier,
  };
}
