/** The lines that stores share, with their dated rates: read from rows, kept compiled in memory. */
import { readFileSync } from 'node:fs';
import { fromJson } from '#kernel/money';
import { must } from '#kernel/result';
import { json, sql } from '#platform/sql';
import type { House } from '#platform/house';
import type { Asking } from '#platform/work';
import { kept } from './kept.ts';
import type { Amounts, Rates, WeightBreak } from './rating.ts';

/** As a card says it: amounts as decimal text, by currency. */
export interface BreakText {
  upTo: number;
  base: Record<string, string>;
  perKg: Record<string, string>;
}

export interface CardText {
  zone: string;
  /** ISO 3166, or `['*']`: everywhere that no other zone names. */
  countries: string[];
  /** Inclusive; no end is until further notice. */
  validFrom: string;
  validTo: string | null;
  days: [number, number];
  divisor: number;
  step: number;
  maxGrams: number;
  longestMm: number;
  girthMm: number;
  batteries: string[];
  breaks: BreakText[];
}

/** The currencies in which a card may say its prices: those of the stores that lines serve. */
export const cardCurrencies = ['CNY', 'USD', 'EUR', 'BRL', 'GBP'];

export interface ZoneCard extends Rates {
  readonly zone: string;
  readonly countries: readonly string[];
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly days: readonly [number, number];
  readonly source: string;
  readonly addedBy: string;
}

export interface Line {
  readonly line: string;
  readonly name: string;
  readonly carrier: string;
  /** Countries in which it collects. */
  readonly origins: readonly string[];
  /** Newest first. */
  readonly cards: readonly ZoneCard[];
}

interface CardRow {
  line: string;
  name: string;
  carrier: string;
  origins: string[];
  zone: string;
  valid_from: string;
  valid_to: string | null;
  countries: string[];
  days_from: number;
  days_to: number;
  divisor: number;
  step: number;
  max_grams: number;
  longest_mm: number;
  girth_mm: number;
  batteries: string[];
  breaks: BreakText[];
  source: string;
  added_by: string;
}

const lines = kept('logistics.lines', async (ask) => {
  const rows = await ask.many<CardRow>(sql`
    select l.line, l.name, l.carrier, l.origins, c.zone, c.valid_from, c.valid_to, c.countries, c.days_from, c.days_to,
           c.divisor, c.step, c.max_grams, c.longest_mm, c.girth_mm, c.batteries, c.breaks, c.source, c.added_by
      from logistics.lines l
      join logistics.rate_cards c on c.line = l.line
     order by l.line, c.valid_from desc, c.zone`);
  const byLine = new Map<string, Line & { cards: ZoneCard[] }>();
  for (const row of rows) {
    const { line, name, carrier, origins } = row;
    const found = byLine.get(line) ?? { line, name, carrier, origins, cards: [] };
    found.cards.push(compiled(row));
    byLine.set(line, found);
  }
  return [...byLine.values()] as readonly Line[];
});

/** All lines with all their cards, also those of the past and of days to come. */
export const linesOf = (ask: Asking): Promise<readonly Line[]> => lines.of(ask, 'all');

export const linesChanged = (ask: Asking): void => lines.changed(ask, 'all');

/** The card of a line for a country on a day; none where the line does not go, or its card has run out. */
export function cardFor(
  { origins, cards }: Line,
  { country, day }: { country: string; day: string },
): ZoneCard | undefined {
  const valid = cards.filter((card) => card.validFrom <= day && (card.validTo === null || card.validTo >= day));
  const named = valid.find((card) => card.countries.includes(country));
  // Everywhere else is abroad: a line does not carry within a country in which it collects.
  return named ?? (origins.includes(country) ? undefined : valid.find((card) => card.countries.includes('*')));
}

function compiled(row: CardRow): ZoneCard {
  return {
    zone: row.zone,
    countries: row.countries,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    days: [row.days_from, row.days_to],
    divisor: row.divisor,
    step: row.step,
    maxGrams: row.max_grams,
    longestMm: row.longest_mm,
    girthMm: row.girth_mm,
    batteries: row.batteries,
    breaks: row.breaks.map(breakOf),
    source: row.source,
    addedBy: row.added_by,
  };
}

export const breakOf = ({ upTo, base, perKg }: BreakText): WeightBreak => ({
  upTo,
  base: amounts(base),
  perKg: amounts(perKg),
});

function amounts(texts: Record<string, string>): Amounts {
  return Object.fromEntries(
    Object.entries(texts).map(([currency, amount]) => [currency, must(fromJson({ currency, amount })).minor]),
  );
}

interface LinesFile {
  source: string;
  lines: { line: string; name: string; carrier: string; origins: string[]; zones: CardText[] }[];
}

/** The cards that the house begins with. What the desk added or closed stays as it is. */
export async function seedLines(house: House): Promise<void> {
  const file = JSON.parse(readFileSync(new URL('./rules/lines.json', import.meta.url), 'utf8')) as LinesFile;
  const now = house.clock.now();
  for (const { line, name, carrier, origins, zones } of file.lines) {
    await house.db.query(sql`
      insert into logistics.lines (line, name, carrier, origins) values (${line}, ${name}, ${carrier}, ${origins})
          on conflict (line) do update set name = excluded.name, carrier = excluded.carrier, origins = excluded.origins`);
    for (const card of zones) {
      await house.db.query(
        sql`${insertCard(line, card, { source: file.source, by: 'seed', at: now })} on conflict (line, zone, valid_from) do nothing`,
      );
    }
  }
}

/** The beginning of a statement that writes a card. */
export function insertCard(line: string, card: CardText, { source, by, at }: { source: string; by: string; at: Date }) {
  return sql.part`
    insert into logistics.rate_cards (line, zone, valid_from, valid_to, countries, days_from, days_to, divisor, step,
                                      max_grams, longest_mm, girth_mm, batteries, breaks, source, added_by, added_at)
    values (${line}, ${card.zone}, ${card.validFrom}, ${card.validTo}, ${card.countries}, ${card.days[0]}, ${card.days[1]},
            ${card.divisor}, ${card.step}, ${card.maxGrams}, ${card.longestMm}, ${card.girthMm}, ${card.batteries},
            ${json(card.breaks)}, ${source}, ${by}, ${at})`;
}
