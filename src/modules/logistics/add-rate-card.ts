import { checkCurrency, digitsOf } from '#kernel/money';
import { addDays, dayOf } from '#kernel/period';
import { isCountry } from '#kernel/place';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { isStaff } from '#platform/actor';
import { audit } from '#platform/audit';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { cardCurrencies, insertCard, linesChanged } from './lines.ts';
import type { BreakText, CardText } from './lines.ts';

/** Listed in the order in which they are checked. */
export type AddRateCardRefusal =
  | { no: 'only_staff_for_rules_may' }
  | { no: 'line_not_found' }
  | { no: 'card_begins_in_the_past'; earliest: string }
  | { no: 'card_ends_before_it_begins' }
  | { no: 'country_is_unknown'; country: string }
  | { no: 'country_is_in_another_zone'; country: string; zone: string }
  | { no: 'later_card_is_there'; from: string }
  | { no: 'days_are_not_a_span' }
  | { no: 'breaks_do_not_ascend' }
  | { no: 'breaks_do_not_reach_the_heaviest_parcel'; most: number }
  | { no: 'price_is_missing'; currency: string }
  | { no: 'amount_is_not_readable'; amount: string; currency: string };

interface OtherCard {
  zone: string;
  valid_from: string;
  valid_to: string | null;
  countries: string[];
}

/**
 * The desk adds a dated card for a zone of a line: from its day on it counts, and the card before it ends the day
 * before. What was quoted stays quoted. A card that does not fit its neighbours is refused rather than bent.
 */
export async function addRateCard(
  work: Work,
  { line, card, source, why }: { line: string; card: CardText; source: string; why: string },
): Promise<Result<{ line: string; zone: string; validFrom: string }, AddRateCardRefusal>> {
  if (!isStaff(work.by, 'rules')) return refuse({ no: 'only_staff_for_rules_may' });
  const known = await work.one<{ line: string }>(sql`select line from logistics.lines where line = ${line} for update`);
  if (!known) return refuse({ no: 'line_not_found' });
  const earliest = dayOf(work.now);
  if (card.validFrom < earliest) return refuse({ no: 'card_begins_in_the_past', earliest });
  if (card.validTo !== null && card.validTo < card.validFrom) return refuse({ no: 'card_ends_before_it_begins' });
  const misfit = (await placeProblem(work, line, card)) ?? priceProblem(card);
  if (misfit) return refuse(misfit);

  await work.run(sql`
    update logistics.rate_cards set valid_to = ${addDays(card.validFrom, -1)}
     where line = ${line} and zone = ${card.zone} and valid_from < ${card.validFrom} and (valid_to is null or valid_to >= ${card.validFrom})`);
  await work.run(sql`${insertCard(line, card, { source, by: work.by.id, at: work.now })}`);
  await audit(work, { deed: 'rate_card_added', subject: `line:${line}`, why, detail: card });
  linesChanged(work);
  return ok({ line, zone: card.zone, validFrom: card.validFrom });
}

/** Whether the card's countries and days are free: one country has one card of a line on any day. */
async function placeProblem(work: Work, line: string, card: CardText): Promise<AddRateCardRefusal | undefined> {
  const unknown = card.countries.find((country) => country !== '*' && !isCountry(country));
  if (unknown !== undefined || card.countries.length === 0) return { no: 'country_is_unknown', country: unknown ?? '' };
  const others = await work.many<OtherCard>(sql`
    select zone, valid_from, valid_to, countries from logistics.rate_cards
     where line = ${line} and (valid_to is null or valid_to >= ${card.validFrom}) order by valid_from`);
  const during = others.filter((other) => card.validTo === null || other.valid_from <= card.validTo);
  for (const other of during.filter(({ zone }) => zone !== card.zone)) {
    const country = card.countries.find((one) => other.countries.includes(one));
    if (country !== undefined) return { no: 'country_is_in_another_zone', country, zone: other.zone };
  }
  const later = during.find(({ zone, valid_from }) => zone === card.zone && valid_from >= card.validFrom);
  return later && { no: 'later_card_is_there', from: later.valid_from };
}

function priceProblem({ days, breaks, maxGrams }: CardText): AddRateCardRefusal | undefined {
  if (days[0] < 0 || days[1] < days[0]) return { no: 'days_are_not_a_span' };
  if (breaks.some(({ upTo }, n) => upTo <= (breaks[n - 1]?.upTo ?? 0))) return { no: 'breaks_do_not_ascend' };
  if ((breaks.at(-1)?.upTo ?? 0) < maxGrams) return { no: 'breaks_do_not_reach_the_heaviest_parcel', most: maxGrams };
  for (const one of breaks) {
    const problem = amountProblem(one);
    if (problem) return problem;
  }
  return undefined;
}

/** Every break says its prices in the same currencies: those that all lines say theirs in. */
function amountProblem({ base, perKg }: BreakText): AddRateCardRefusal | undefined {
  for (const currency of cardCurrencies) {
    for (const amount of [base[currency], perKg[currency]]) {
      if (amount === undefined) return { no: 'price_is_missing', currency };
      if (!readable(amount, currency)) return { no: 'amount_is_not_readable', amount, currency };
    }
  }
  const strange = [...Object.keys(base), ...Object.keys(perKg)].find((currency) => !checkCurrency(currency).ok);
  return strange === undefined ? undefined : { no: 'amount_is_not_readable', amount: '', currency: strange };
}

const readable = (amount: string, currency: string) =>
  new RegExp(`^\\d{1,9}(\\.\\d{1,${digitsOf(currency)}})?$`).test(amount);
