import { identifierRules, type IdentifierRule } from './identifier-rules.ts';
import { ok, refuse, type Result } from './result.ts';
import { vatNumber, vatRuleOf } from './vat.ts';

/** Numbers that authorities and banks give to people, companies, accounts and goods. */
export type IdentifierKind = keyof typeof identifierRules;

/** The refusals in the order in which they are checked. */
export type IdentifierRefusal =
  | { no: 'identifier_missing' }
  | { no: 'identifier_country_unknown'; country: string }
  | { no: 'identifier_not_readable'; example: string }
  | { no: 'identifier_check_digit_wrong' };

export const identifierKinds = Object.keys(identifierRules) as IdentifierKind[];

/**
 * Checks a number as people write it, with points, dashes and spaces, and returns it bare. A number that passes can be
 * real; that it is, only its authority knows.
 */
export function checkIdentifier(kind: IdentifierKind, text: string): Result<string, IdentifierRefusal> {
  const value = bare(kind, text);
  if (value === '') return refuse({ no: 'identifier_missing' });

  const rule: IdentifierRule = identifierRules[kind];
  const shape = typeof rule.shape === 'function' ? rule.shape(value) : rule.shape;
  if (!shape) return refuse({ no: 'identifier_country_unknown', country: value.slice(0, kind === 'eu_oss' ? 5 : 2) });

  const example = kind === 'vat' ? (vatRuleOf(value)?.example ?? rule.example) : rule.example;
  if (!shape.test(kind === 'vat' ? vatNumber(value) : value)) return refuse({ no: 'identifier_not_readable', example });
  if (!rule.right(value)) return refuse({ no: 'identifier_check_digit_wrong' });

  return ok(value);
}

/** The bare number as people write it: 16727230000197 is 16.727.230/0001-97. */
export function formatIdentifier(kind: IdentifierKind, value: string): string {
  const { print }: IdentifierRule = identifierRules[kind];
  if (print === undefined) return value;
  let at = 0;
  return print.replace(/#/g, () => value[at++] ?? '').trim();
}

/** Greece writes EL but people write GR; Swiss numbers begin with CHE; + and * are signs of old Irish numbers. */
function bare(kind: IdentifierKind, text: string): string {
  const value = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s./–—_-]/g, '');
  return kind === 'vat' ? value.replace(/^GR/, 'EL') : value;
}
