/** A bank account as it is typed: an IBAN, or the bank's code and a number, as the country has it. */
import { countries } from '#kernel/place';
import { oneOf, optional, text } from '#lib/server/fields.ts';
import type { Filled } from '#lib/server/forms.ts';

export function readAccount(form: Filled) {
  const hasIban = form.outcome.values['iban'] !== undefined;
  return form.take({
    country: oneOf(countries),
    holder: text({ most: 120 }),
    iban: hasIban ? text({ most: 60 }) : optional(text()),
    bank: hasIban ? optional(text()) : text({ most: 40 }),
    number: hasIban ? optional(text()) : text({ most: 60 }),
  });
}

/** At which field a refusal of the account stands. */
export const accountFields = {
  name_is_missing: 'holder',
  name_is_too_long: 'holder',
  iban_is_needed: 'iban',
  iban_is_wrong: 'iban',
  bank_code_is_wrong: 'bank',
  account_number_is_wrong: 'number',
} as const;
