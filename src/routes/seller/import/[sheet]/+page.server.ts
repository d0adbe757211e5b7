import { error } from '@sveltejs/kit';
import { countriesByName } from '#kernel/place';
import { attributesForSheet, categoryTree, checkSheet, mendSheet, sheetPage, takeSheet } from '#modules/catalogue';
import { countries } from '#kernel/place';
import { oneOf, optional, text, tick } from '#lib/server/fields.ts';
import type { Reader } from '#lib/server/fields.ts';
import { done, readForm, refused } from '#lib/server/forms.ts';
import { storeAt } from '#lib/server/seller-at-store.ts';
import { leavesOf } from '#lib/seller/categories.ts';
import { fieldChoices, fieldName, problemWords } from '#lib/server/seller-sheet-words.ts';
import { mendedCell, toMend } from '#lib/seller/sheet-mend.ts';
import { locales } from '#lib/words/locales.ts';
import { localeNames } from '#lib/words/locale-names.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { locale } = locals;
  const page = Math.min(1000, Math.max(1, Math.trunc(Number(url.searchParams.get('page') ?? 1)) || 1));
  const own = { store: storeAt(locals), sheet: params.sheet };
  const [sheet, tree, asked] = await Promise.all([
    locals.ask(sheetPage, { ...own, page }),
    locals.ask(categoryTree, { locale }),
    locals.ask(attributesForSheet, { ...own, locale }),
  ]);
  if (!sheet) error(404, locals.t('error.404'));
  const { problems, sample, header, fields, ...rest } = sheet;
  const named = new Map(asked.map(({ code, name }) => [`attribute.${code}`, name]));
  const said = problems.map((one) => ({
    n: one.n,
    row: one.row,
    field: one.field,
    // A column that was added here is called as its field is, which is no word.
    column:
      one.column && one.column !== one.field ? one.column : (named.get(one.field) ?? fieldName(one.field, locals)),
    text: one.text,
    leftOut: one.leftOut,
    says: problemWords(one, locals),
  }));
  return {
    ...rest,
    columns: header.map((name, n) => ({
      n,
      name,
      field: fields[n]!,
      sample: sample
        .map((cells) => cells[n]!)
        .filter(Boolean)
        .map((cell) => cell.slice(0, 60)),
    })),
    choices: fieldChoices(locals, asked, fields),
    // Those that were left out first; what only lacks is asked for below them.
    leftOut: toMend(said.filter((one) => one.leftOut)),
    lacking: toMend(said.filter((one) => !one.leftOut)),
    categories: leavesOf(tree).map(({ id, name }) => ({ value: id, label: name })),
    countries: countriesByName(locale).map(({ code, name }) => ({ value: code, label: name })),
    languages: locales.map((one) => ({ value: one, label: localeNames[one] })),
    page,
  };
};

export const actions: Actions = {
  check: async (event) => {
    const { locals, params } = event;
    const form = await readForm(event);
    const names = Object.keys(form.outcome.values).filter((name) => /^f\.\d{1,3}$/.test(name));
    const shape = Object.fromEntries(names.map((name) => [name, optional(text({ most: 80 }))])) as Record<
      string,
      Reader<string | undefined>
    >;
    const columns = form.take(shape);
    const input = form.take({
      locale: oneOf(locales),
      category: optional(text({ most: 80 })),
      origin: optional(oneOf(countries)),
      submit: tick(),
    });
    if (!columns.ok) return columns.again;
    if (!input.ok) return input.again;
    const { locale, category = '', origin = '', submit } = input.value;
    const fields: string[] = [];
    for (const [name, field] of Object.entries(columns.value)) fields[Number(name.slice(2))] = field ?? '';
    const checked = await locals.perform(form.key, checkSheet, {
      store: storeAt(locals),
      sheet: params.sheet,
      fields: Array.from(fields, (field) => field ?? ''),
      settings: { locale, category, origin, submit },
    });
    return checked.ok ? done(form, '') : refused(checked.refusal, form);
  },
  mend: async (event) => {
    const { locals, params } = event;
    const form = await readForm(event);
    const cells = Object.entries(form.outcome.values).flatMap(([name, text]) => {
      const cell = mendedCell(name);
      return cell && typeof text === 'string' ? [{ ...cell, text: text.replaceAll('\r\n', '\n') }] : [];
    });
    const at = { store: storeAt(locals), sheet: params.sheet };
    const mended = await locals.perform(form.key, mendSheet, { ...at, cells });
    return mended.ok ? done(form, '') : refused(mended.refusal, form);
  },
  take: async (event) => {
    const form = await readForm(event);
    const at = { store: storeAt(event.locals), sheet: event.params.sheet };
    const taken = await event.locals.perform(form.key, takeSheet, at);
    return taken.ok ? done(form, '') : refused(taken.refusal, form);
  },
};
