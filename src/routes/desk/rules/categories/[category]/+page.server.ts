import { error } from '@sveltejs/kit';
import { categoriesForDesk, rename, renamingsOf } from '#modules/catalogue';
import { languages } from '#lib/server/desk-categories.ts';
import { optional, text } from '#lib/server/fields.ts';
import { done, readForm, refused } from '#lib/server/forms.ts';
import type { Filled } from '#lib/server/forms.ts';
import { trailOf } from '#lib/server/desk-trail.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const [found, past, trail] = await Promise.all([
    locals.ask(categoriesForDesk, undefined),
    locals.ask(renamingsOf, params),
    trailOf(locals, [`category:${params.category}`]),
  ]);
  const category = (found.ok ? found.value.categories : []).find(({ id }) => id === params.category);
  if (!category) error(404, locals.t('error.404'));
  const said = (names: Readonly<Record<string, string>>) => names[locals.locale] ?? names['en'] ?? '';
  const attributes = category.attributes.map(({ choices, ...one }) => ({
    ...one,
    name: said(one.names) || one.code,
    choices: choices.map(said),
  }));
  return {
    category: { ...category, attributes, name: said(category.names) || category.id },
    languages,
    past: (past.ok ? past.value.renamings : []).map((one) => ({
      ...one,
      language: languages.find(({ locale }) => locale === one.locale)?.name ?? one.locale,
      of: one.attribute === '' ? '' : (attributes.find(({ code }) => code === one.attribute)?.name ?? one.attribute),
    })),
    trail,
  };
};

const why = text({ most: 500 });
const attribute = optional(text({ most: 100 }));

async function named(
  { locals, params }: RequestEvent,
  form: Filled,
  input: { attribute: string | undefined; names: Record<string, string>; why: string },
  field: (locale: string) => string | undefined,
) {
  const { attribute: of, ...rest } = input;
  const said = await locals.perform(form.key, rename, {
    ...rest,
    category: params.category,
    ...(of ? { attribute: of } : {}),
  });
  if (said.ok) return done(form, locals.t('desk.category.done'));
  const english = field('en');
  return refused(said.refusal, form, { say_why: 'why', ...(english ? { english_name_is_missing: english } : {}) });
}

export const actions: Actions = {
  name: async (event) => {
    const form = await readForm(event);
    const input = form.take({ attribute, why });
    const names = form.take(
      Object.fromEntries(languages.map(({ locale }) => [`name.${locale}`, optional(text({ most: 80 }))])),
    );
    if (!input.ok) return input.again;
    if (!names.ok) return names.again;
    const said = Object.fromEntries(languages.map(({ locale }) => [locale, names.value[`name.${locale}`] ?? '']));
    return named(event, form, { ...input.value, names: said }, (locale) => `name.${locale}`);
  },
  back: async (event) => {
    const form = await readForm(event);
    const input = form.take({ attribute, locale: text({ most: 20 }), was: optional(text({ most: 80 })), why });
    if (!input.ok) return input.again;
    const { locale, was, ...rest } = input.value;
    return named(event, form, { ...rest, names: { [locale]: was ?? '' } }, () => undefined);
  },
};
