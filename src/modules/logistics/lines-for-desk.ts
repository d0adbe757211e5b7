import { dayOf } from '#kernel/period';
import { plain } from '#kernel/money';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { isStaff } from '#platform/actor';
import type { Asking } from '#platform/work';
import { linesOf } from './lines.ts';
import type { CardText, ZoneCard } from './lines.ts';
import type { Amounts } from './rating.ts';

export interface CardLine extends CardText {
  source: string;
  addedBy: string;
  /** Whether it counts today. */
  now: boolean;
}

export interface LineForDesk {
  line: string;
  name: string;
  carrier: string;
  origins: string[];
  cards: CardLine[];
}

/** The lines with all their cards, as the desk reads and copies them. */
export async function linesForDesk(
  ask: Asking,
): Promise<Result<{ lines: LineForDesk[] }, { no: 'only_staff_for_rules_may_look' }>> {
  if (!isStaff(ask.by, 'rules')) return refuse({ no: 'only_staff_for_rules_may_look' });
  const day = dayOf(ask.now);
  const lines = await linesOf(ask);
  return ok({
    lines: lines.map(({ line, name, carrier, origins, cards }) => ({
      line,
      name,
      carrier,
      origins: [...origins],
      cards: cards.map((card) => cardLine(card, day)),
    })),
  });
}

function cardLine({ countries, days, batteries, breaks, ...card }: ZoneCard, day: string): CardLine {
  return {
    ...card,
    countries: [...countries],
    days: [days[0], days[1]],
    batteries: [...batteries],
    breaks: breaks.map(({ upTo, base, perKg }) => ({ upTo, base: texts(base), perKg: texts(perKg) })),
    now: card.validFrom <= day && (card.validTo === null || card.validTo >= day),
  };
}

const texts = (amounts: Amounts): Record<string, string> =>
  Object.fromEntries(Object.entries(amounts).map(([currency, minor]) => [currency, plain({ currency, minor })]));
