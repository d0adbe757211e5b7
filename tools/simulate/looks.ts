/** People who look at goods before some of them buy. */
import { dayOf } from '#kernel/period';
import type { Card } from '#modules/catalogue';
import { noteVisits } from '#modules/discovery';
import { system } from '#platform/actor';
import type { Play } from './simulate.ts';

/** Before somebody buys a thing many look at it, and at others on the way to it. */
export function looksAround(
  { looked, counts, street }: Play,
  cards: readonly Card[],
  liked: string,
  country: string,
): void {
  const day = dayOf(street.house.clock.now());
  const n = counts.purchases + counts.refused;
  looked.push({ product: liked, day, country, looks: 6 + ((n * 7) % 17) });
  for (let step = 1; step <= 3; step++) {
    const { product } = cards[(n * 31 + step * 53) % cards.length]!;
    looked.push({ product, day, country, looks: 1 + ((n + step) % 6) });
  }
}

/** Once a day, as a server does every few seconds. */
export async function countLooks({ street, looked }: Play): Promise<void> {
  const visits = looked.splice(0);
  if (visits.length === 0) return;
  await street.does(`visits ${street.house.clock.now().getTime()}`, system, noteVisits, { visits });
}
