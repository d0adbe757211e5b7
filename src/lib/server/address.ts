/** Addresses in pages: asked for in the country's own form, and read back. Only the one form goes to the browser. */
import { addressForm, checkAddress, isCountry, regionsByName } from '#kernel/place';
import type { Address, AddressProblem } from '#kernel/place';
import { ok, refuse } from '#kernel/result';
import { no, typed } from './fields.ts';
import type { Reader, Wrong } from './fields.ts';

export interface AddressAsked {
  country: string;
  fields: {
    name: string;
    label: string;
    required: boolean;
    most: number;
    autocomplete: string;
    help?: string;
    digits?: boolean;
    choices?: { value: string; label: string }[];
  }[];
}

/** What a page's load hands to AddressFields. The country comes from the address kept, the query, or the visitor. */
export function askAddress(
  country: string,
  { t, locale, country: own }: Pick<App.Locals, 't' | 'locale' | 'country'>,
): AddressAsked {
  const form = addressForm(isCountry(country) ? country : own);
  return {
    country: form.country,
    fields: form.fields.map(({ name, label, required, most, autocomplete, example, digits, choices }) => ({
      name,
      label: t(`address.${label}`),
      required,
      most,
      autocomplete,
      ...(example ? { help: t('address.example', { example }) } : {}),
      ...(digits ? { digits } : {}),
      ...(choices
        ? { choices: regionsByName(form.country, locale).map((region) => ({ value: region.code, label: region.name })) }
        : {}),
    })),
  };
}

/** Reads `<name>.country`, `<name>.street` and so on: `form.take({ address: address() })`. */
export function address(): Reader<Address> {
  return (_entries, { part }) => {
    const country = typed(part('country'));
    if (!isCountry(country))
      return refuse({ no: 'parts' as const, parts: { country: { no: 'not_offered' as const } } });
    const fields = addressForm(country).fields.map(({ name }) => [name, typed(part(name))]);
    const checked = checkAddress(country, Object.fromEntries(fields));
    if (checked.ok) return ok(checked.value);
    if (checked.refusal.no === 'country_unknown') return no('not_offered');
    return refuse({
      no: 'parts' as const,
      parts: Object.fromEntries(checked.refusal.problems.map((one) => [one.field, wrongBy(one)])),
    });
  };
}

function wrongBy(problem: AddressProblem): Wrong {
  if (problem.no === 'too_long') return { no: problem.no, args: { most: problem.most } };
  if (problem.no === 'cannot_be_printed') return { no: problem.no, args: { sign: problem.sign } };
  if (problem.no === 'postal_code_wrong') return { no: problem.no, args: { example: problem.example } };
  return { no: problem.no };
}
