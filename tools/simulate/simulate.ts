/**
 * Buyers and sellers who trade for some days, on the street's own clock and through the same deeds as the doors use. What
 * they do is drawn from a seed, so that a run can be repeated; with faults the outside world doubles, delays and loses.
 */
import { money } from '#kernel/money';
import { worksFor } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { requestPayout, balanceOfStore } from '#modules/finance';
import type { Footprint, Looked } from '#modules/discovery';
import { nextDue } from '#platform/settle';
import { buyerComes, buyersLook } from './buyer.ts';
import { chanceOf } from './chance.ts';
import type { Chance } from './chance.ts';
import { deskLooks } from './desk.ts';
import { parcelMoves, sellersShip } from './seller.ts';
import type { Street } from './street.ts';
import { calm, misbehave } from './weather.ts';

export interface SimulationOptions {
  days: number;
  seed: string;
  /** Purchases a day, about. */
  perDay?: number;
  /** The outside world misbehaves. */
  faults?: boolean;
  /** Sellers with their stores; each ships, and asks for payouts. */
  sellers: readonly Actor[];
  /** A store that more people like than others. */
  favourite?: string | undefined;
  /** What else happens: people with errands of their own. */
  also?: ((play: Play) => void) | undefined;
  /** After each leg; walks check their model here. */
  leg?: (what: string) => Promise<void>;
  progress?: (day: number, counts: Counts) => void;
}

export interface Counts {
  purchases: number;
  refused: number;
  paid: number;
  dispatched: number;
  delivered: number;
  accepted: number;
  cancelled: number;
  refunded: number;
  payouts: number;
}

/** What happens at a time; the earliest first. */
export interface Agenda {
  at(when: Date, what: string, act: () => Promise<void>): void;
}

export interface Play {
  street: Street;
  chance: Chance;
  counts: Counts;
  agenda: Agenda;
  favourite?: string | undefined;
  /** What people looked at since it was last counted. */
  looked: Looked[];
  /** What some of them let be kept of it. */
  footprints: Footprint[];
  after(ms: number, what: string, act: () => Promise<void>): void;
}

const hour = 3_600_000;
const day = 24 * hour;

export async function simulate(
  street: Street,
  {
    days,
    seed,
    perDay = 8,
    faults = false,
    sellers,
    leg = async () => undefined,
    progress,
    favourite,
    also,
  }: SimulationOptions,
): Promise<Counts> {
  const { clock } = street.house;
  const start = clock.now().getTime();
  const counts: Counts = {
    purchases: 0,
    refused: 0,
    paid: 0,
    dispatched: 0,
    delivered: 0,
    accepted: 0,
    cancelled: 0,
    refunded: 0,
    payouts: 0,
  };
  const queue: { when: number; n: number; what: string; act: () => Promise<void> }[] = [];
  let n = 0;
  const agenda: Agenda = {
    at: (when, what, act) => {
      queue.push({ when: when.getTime(), n: n++, what, act });
      queue.sort((a, b) => a.when - b.when || a.n - b.n);
    },
  };
  const play: Play = {
    street,
    chance: chanceOf(seed),
    counts,
    agenda,
    favourite,
    looked: [],
    footprints: [],
    after: (ms, what, act) => agenda.at(new Date(clock.now().getTime() + ms), what, act),
  };
  if (faults) misbehave(street, seed);
  await street.round();
  for (let today = 0; today < days; today++)
    planDay(play, start + today * day, { perDay: perDay * tide(today, days), sellers, today, faults, progress });
  also?.(play);

  const end = start + days * day;
  for (;;) {
    const due = Math.min(
      queue[0]?.when ?? Infinity,
      (await nextDue(street.house))?.getTime() ?? Infinity,
      street.world.nextDue()?.getTime() ?? Infinity,
    );
    if (due > end) break;
    if (due > clock.now().getTime()) clock.set(new Date(due));
    await street.settle();
    while (queue[0] && queue[0].when <= clock.now().getTime()) {
      const next = queue.shift()!;
      await next.act();
      await street.settle();
      await leg(next.what);
    }
  }
  if (clock.now().getTime() < end) clock.set(new Date(end));
  if (faults) calm(street);
  await street.settle();
  await street.round();
  await leg('the end');
  return counts;
}

/** Trade grows, and people buy more at the end of the week: so much of the average on this day. */
const tide = (today: number, days: number): number =>
  (0.7 + (0.6 * (today + 0.5)) / days) * (today % 7 > 4 ? 1.25 : 0.9);

interface DayPlan {
  perDay: number;
  sellers: readonly Actor[];
  today: number;
  faults: boolean;
  progress: SimulationOptions['progress'];
}

function planDay(play: Play, from: number, { perDay, sellers, today, faults, progress }: DayPlan): void {
  const { chance, agenda, counts } = play;
  const buyers = chance.whole(Math.floor(perDay * 0.6), Math.ceil(perDay * 1.4));
  for (let n = 0; n < buyers; n++)
    agenda.at(new Date(from + chance.whole(6 * 60, 23 * 60) * 60_000), 'a buyer comes', () => buyerComes(play));
  agenda.at(new Date(from + chance.whole(8 * 60, 11 * 60) * 60_000), 'sellers ship', () => sellersShip(play, sellers));
  if (today % 7 === 6)
    for (const seller of sellers)
      agenda.at(new Date(from + 18 * hour), 'a seller asks for money', () => sellerAsksForMoney(play, seller));
  agenda.at(new Date(from + 12 * hour), 'parcels move', () => parcelMoves(play));
  agenda.at(new Date(from + 20 * hour), 'buyers look', () => buyersLook(play));
  agenda.at(new Date(from + 15 * hour), 'the desk looks', () => deskLooks(play));
  agenda.at(new Date(from + 2 * hour), 'the night round', async () => {
    await play.street.round();
    progress?.(today, counts);
  });
  // What was lost is asked for; a day without faults has nothing to ask.
  if (faults) for (const at of [8, 14, 20]) agenda.at(new Date(from + at * hour), 'a round', () => play.street.round());
}

async function sellerAsksForMoney({ street, counts }: Play, seller: Actor): Promise<void> {
  for (const { store } of seller.stores) {
    if (!worksFor(seller, store, 'finance')) continue;
    const page = await street.ask(seller, balanceOfStore, { store });
    for (const { currency, available, minimum } of page?.balances ?? []) {
      if (minimum === null || available <= 0n || available < minimum) continue;
      const key = `payout ${store} ${street.house.clock.now().getTime()}`;
      const asked = await street.does(key, seller, requestPayout, { store, amount: money(currency, available) });
      if (asked.ok) counts.payouts += 1;
    }
  }
}
