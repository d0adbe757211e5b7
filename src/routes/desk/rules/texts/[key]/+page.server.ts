import { error } from '@sveltejs/kit';
import { setText, textProblem } from '#platform/set-text';
import type { SetTextInput } from '#platform/set-text';
import { textForDesk } from '#platform/text-questions';
import { languages } from '#lib/server/desk-categories.ts';
import { readAloud } from '#lib/server/desk-texts.ts';
import { optional, text } from '#lib/server/fields.ts';
import { done, previewed, readForm, refused, refusalSentence } from '#lib/server/forms.ts';
import type { Filled } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const found = await locals.ask(textForDesk, params);
  if (!found.ok) error(found.refusal.no === 'text_not_found' ? 404 : 403, refusalSentence(found.refusal, locals));
  const { past, languages: said, ...text } = found.value;
  const nameOf = (of: string) => languages.find(({ locale }) => locale === of)?.name ?? of;
  return {
    text,
    said: said.map((one) => ({ ...one, name: nameOf(one.locale) })),
    past: past.map((one) => ({ ...one, language: nameOf(one.locale) })),
  };
};

const readers = { locale: text({ most: 20 }), why: text({ most: 500 }) };

async function set({ locals, params }: RequestEvent, form: Filled, input: Omit<SetTextInput, 'key'>) {
  const said = await locals.perform(form.key, setText, { ...input, key: params.key });
  if (said.ok) return done(form, locals.t('desk.texts.done'));
  return refused(said.refusal, form, { [said.refusal.no]: said.refusal.no === 'say_why' ? 'why' : 'text' });
}

export const actions: Actions = {
  preview: async (event) => {
    const { locals, params } = event;
    const form = await readForm(event);
    const input = form.take({ locale: readers.locale, text: text({ most: 20_000 }) });
    if (!input.ok) return input.again;
    const { locale, text: said } = input.value;
    const found = await locals.ask(textForDesk, params);
    if (!found.ok) return refused(found.refusal, form);
    const problem = await locals.ask(textProblem, { key: params.key, locale, text: said });
    if (problem) return refused(problem, form, { [problem.no]: 'text' });
    const now = found.value.languages.find((one) => one.locale === locale);
    const rows = readAloud(now?.set ?? now?.own ?? '', said, locale);
    return previewed(form, {
      says: [locals.t(rows.length > 0 ? 'desk.texts.preview' : 'desk.preview.same')],
      rows,
    });
  },
  set: async (event) => {
    const form = await readForm(event);
    const input = form.take({ ...readers, text: text({ most: 20_000 }) });
    return input.ok ? set(event, form, input.value) : input.again;
  },
  back: async (event) => {
    const form = await readForm(event);
    const input = form.take({ ...readers, text: optional(text({ most: 20_000 })) });
    return input.ok ? set(event, form, { ...input.value, text: input.value.text ?? '' }) : input.again;
  },
};
