/** What the columns of a spreadsheet are called, and what is wrong in its rows, in words. */
import { plainFields } from '#modules/catalogue';
import type { AttributeView, PlainField } from '#modules/catalogue';
import { isKey } from '#lib/server/messages.ts';
import type { Key } from '#lib/words/keys.ts';
import { locales } from '#lib/words/locales.ts';
import { localeNames } from '#lib/words/locale-names.ts';

type Said = Pick<App.Locals, 't'>;

const isPlain = (name: string): name is PlainField => (plainFields as readonly string[]).includes(name);
const spoken = ['title', 'description', 'option1', 'value1', 'option2', 'value2', 'option3', 'value3'] as const;

/** What a column may be taken for: first what is asked of everything, then what categories ask for, then texts by language. */
export function fieldChoices(
  { t }: Said,
  asked: readonly AttributeView[],
  used: readonly string[],
): { value: string; label: string; group?: string }[] {
  const plain = plainFields.map((field) => ({ value: field, label: t(`goods.field.${field}`) }));
  const inLanguages = locales.flatMap((locale) =>
    spoken.map((field) => ({
      value: `${field}.${locale}`,
      label: t('goods.field.in', { field: t(`goods.field.${field}`), language: localeNames[locale] }),
      group: localeNames[locale],
    })),
  );
  const own = asked.map(({ code, name, unit }) => ({
    value: `attribute.${code}`,
    label: unit ? `${name} (${unit})` : name,
    group: t('goods.import.by_category'),
  }));
  const all = [...plain, ...own, ...inLanguages];
  const others = used.filter((field) => field && !all.some(({ value }) => value === field));
  return [...all, ...others.map((value) => ({ value, label: fieldName(value, { t }) }))];
}

/** A field in words; those that we have none for by their own name. */
export function fieldName(field: string, { t }: Said): string {
  const [name = '', rest] = field.split('.');
  if (!isPlain(name)) return rest ?? field;
  const word = t(`goods.field.${name}`);
  return rest ? t('goods.field.in', { field: word, language: rest }) : word;
}

/** What is wrong and how it is mended: our own words, or those of the editor for the same thing. */
export function problemWords(
  { what, args }: { what: string; args: Readonly<Record<string, string | number>> },
  { t }: Said,
): string {
  if (isKey(`goods.problem.${what}`)) return t(`goods.problem.${what}` as Key, args);
  const key = `seller.problem.${what}`;
  return isKey(key)
    ? t(`seller.problem.${what}` as Key, { most: 0, least: 0, ...args })
    : t('seller.problem.is_not_right');
}
