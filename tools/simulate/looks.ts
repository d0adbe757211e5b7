/** People who look at goods before some of them buy. Of five three let it be kept. */
import { dayOf } from '#kernel/period';
import type { Card } from '#modules/catalogue';
import { keepFootprints, noteVisits } from '#modules/discovery';
import type { Footprint } from '#modules/discovery';
import { system } from '#platform/actor';
import type { Play } from './simulate.ts';

interface Stroll {
  liked: string;
  country: string;
  /** Who comes to buy. */
  buyer: string;
}

const minute = 60_000;
const onTheWay = 3;
/** They look as the buyer does, and go. */
const strollers = 2;

/** Before somebody buys a thing many look at it, and at others on the way to it: of its kind, mostly. */
export function looksAround(play: Play, cards: readonly Card[], { liked, country, buyer }: Stroll): void {
  const { looked, counts, street } = play;
  const now = street.house.clock.now();
  const day = dayOf(now);
  const n = counts.purchases + counts.refused;
  looked.push({ product: liked, day, country, looks: 6 + ((n * 7) % 17) });
  for (let step = 1; step <= onTheWay; step++) {
    const { product } = cards[(n * 31 + step * 53) % cards.length]!;
    looked.push({ product, day, country, looks: 1 + ((n + step) % 6) });
  }
  const kind = cards.find(({ product }) => product === liked)?.category;
  const alike = cards.filter(({ category, product }) => category === kind && product !== liked);
  for (let who = 0; who <= strollers; who++) {
    if ((n + who) % 5 >= 3) continue;
    const name = who === 0 ? buyer : `stroller ${n} ${who} ${liked}`;
    const path = Array.from({ length: onTheWay }, (_none, step) => alike[(n * 3 + who + step * 2) % alike.length]);
    for (const [step, card] of path.entries())
      if (card) keep(play, { who: name, product: card.product, deed: 'looked', at: before(now, step + 1) });
    keep(play, { who: name, product: liked, deed: who === 0 ? 'carted' : 'looked', at: now });
  }
}

const before = (now: Date, minutes: number): Date => new Date(now.getTime() - minutes * minute);
const keep = ({ footprints }: Play, one: Footprint): void => void footprints.push(one);

/** Once a day, as a server does every few seconds. */
export async function countLooks({ street, looked, footprints }: Play): Promise<void> {
  const key = street.house.clock.now().getTime();
  const visits = looked.splice(0);
  if (visits.length > 0) await street.does(`visits ${key}`, system, noteVisits, { visits });
  const kept = footprints.splice(0);
  if (kept.length > 0) await street.does(`footprints ${key}`, system, keepFootprints, { footprints: kept });
}
