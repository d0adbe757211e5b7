/** What a seller is asked for, by country and kind: dated rows, seeded from rules/identity.json, changed at the desk. */
import { dayOf, isDay } from '#kernel/period';
import type { Day } from '#kernel/period';
import { checkIdentifier, identifierKinds } from '#kernel/identifiers';
import type { IdentifierKind } from '#kernel/identifiers';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import type { SellerKind } from './store.ts';

/** Text by language: as asked, or else English, or else the first there is. */
export type InLanguages = Readonly<Record<string, string>>;

export interface AskedField {
  field: string;
  /** `text`, `date` (of birth), `promise`, or a kind of number with its own check, such as `cn_uscc`. */
  as: string;
  must: boolean;
  label: InLanguages;
}

export interface AskedPaper {
  paper: string;
  must: boolean;
  label: InLanguages;
}

export interface Asked {
  fields: readonly AskedField[];
  papers: readonly AskedPaper[];
  /** Whether the account for payouts must be known before the store is checked. */
  payoutAccount: boolean;
  /** The number that names the seller: two stores with the same one belong together. */
  mark: string;
  /** What buyers are shown on the store's page. */
  shown: readonly string[];
}

export interface IdentityRule extends Asked {
  /** `*` where the country has no row of its own. */
  country: string;
  kind: SellerKind;
  validFrom: Day;
  validTo: Day | null;
  source: string;
}

interface RuleRow {
  country: string;
  kind: SellerKind;
  valid_from: Day;
  valid_to: Day | null;
  body: Asked;
  source: string;
}

export const ruleOf = ({ body, valid_from, valid_to, ...row }: RuleRow): IdentityRule => ({
  ...body,
  ...row,
  validFrom: valid_from,
  validTo: valid_to,
});

/** What is asked today; undefined where nothing is: then nobody of this kind is admitted from there. */
export async function identityAsked(
  ask: Asking,
  { country, kind }: { country: string; kind: SellerKind },
): Promise<IdentityRule | undefined> {
  const today = dayOf(ask.now);
  const row = await ask.one<RuleRow>(sql`
    select country, kind, valid_from, valid_to, body, source
      from parties.identity_rules
     where country in (${country}, '*')
       and kind = ${kind}
       and valid_from <= ${today}
       and (valid_to is null or valid_to > ${today})
     order by country = '*', valid_from desc
     limit 1`);
  return row && ruleOf(row);
}

export type FieldRefusal =
  { no: 'field_is_not_asked'; field: string } | { no: 'field_is_wrong'; field: string; why: string; example: string };

export interface Given {
  field: string;
  text: string;
  country: string;
  today: Day;
}

/** Checks one answer and writes it as it is kept. An empty one takes the field back. */
export function checkField(asked: Asked, { field, text, country, today }: Given): Result<string, FieldRefusal> {
  const spec = asked.fields.find((one) => one.field === field);
  if (!spec) return refuse({ no: 'field_is_not_asked', field });
  const plain = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (plain === '') return ok('');
  const wrong = (why: string, example = '') => refuse({ no: 'field_is_wrong', field, why, example });
  if (spec.as === 'date')
    return isDay(plain) && plain < today && plain > '1900-01-01'
      ? ok(plain)
      : wrong('not_a_day_in_the_past', '1985-04-23');
  if (spec.as === 'promise') return plain === 'yes' ? ok(plain) : wrong('promise_is_yes_or_nothing', 'yes');
  if (spec.as === 'text') return [...plain].length <= 200 ? ok(plain) : wrong('text_is_too_long');
  // A kind that a rule names but nobody can check is a mistake in the rule; it must not let anything through.
  if (!isIdentifierKind(spec.as)) return wrong('nobody_can_check_this');
  const checked = checkIdentifier(spec.as, plain);
  if (checked.ok) return checked;
  // At home people write their VAT number without the letters of the country.
  const atHome = spec.as === 'vat' ? checkIdentifier('vat', country + plain) : checked;
  if (atHome.ok) return atHome;
  return wrong(checked.refusal.no, 'example' in checked.refusal ? checked.refusal.example : '');
}

export function isIdentifierKind(text: string): text is IdentifierKind {
  return (identifierKinds as readonly string[]).includes(text);
}

export function inLanguage(label: InLanguages, locale: string): string {
  return label[locale] ?? label['en'] ?? Object.values(label)[0] ?? '';
}
