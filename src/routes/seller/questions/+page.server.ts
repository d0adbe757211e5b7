import { error } from '@sveltejs/kit';
import { answerQuestion, editAnswer, questionsOfStore, takeBackAnswer } from '#modules/messaging';
import { text } from '#lib/server/fields.ts';
import { done, readForm, refused } from '#lib/server/forms.ts';
import { storeAt } from '#lib/server/seller-at-store.ts';
import type { Actions, PageServerLoad } from './$types';

const undoMs = 5 * 60_000;

export const load: PageServerLoad = async ({ locals, url }) => {
  const store = storeAt(locals);
  const view = url.searchParams.get('view') === 'answered' ? 'answered' : 'waiting';
  const words = (url.searchParams.get('text') ?? '').slice(0, 100);
  const page = Math.min(Math.max(Math.trunc(Number(url.searchParams.get('page'))) || 1, 1), 1000);
  const { locale } = locals;
  const since = new Date(locals.house.clock.now().getTime() - undoMs);
  const [talk, just] = await Promise.all([
    locals.ask(questionsOfStore, { store, locale, view, text: words, page }),
    view === 'waiting' ? locals.ask(questionsOfStore, { store, locale, view: 'answered', since }) : undefined,
  ]);
  if (!talk) error(404, locals.t('error.404'));
  return { view, sought: words, ...talk, just: just?.questions ?? [] };
};

const atField = Object.fromEntries(
  [
    'text_is_too_short',
    'text_is_too_long',
    'text_holds_a_mail_address',
    'text_holds_a_phone_number',
    'text_holds_a_link',
  ].map((no) => [no, 'text']),
);
const written = { question: text({ most: 36 }), text: text({ most: 4000 }) };

export const actions: Actions = {
  answer: async (event) => {
    const form = await readForm(event);
    const input = form.take(written);
    if (!input.ok) return input.again;
    const answered = await event.locals.perform(form.key, answerQuestion, input.value);
    return answered.ok ? done(form, '') : refused(answered.refusal, form, atField);
  },
  edit: async (event) => {
    const form = await readForm(event);
    const input = form.take(written);
    if (!input.ok) return input.again;
    const edited = await event.locals.perform(form.key, editAnswer, input.value);
    return edited.ok ? done(form, event.locals.t('talk.saved')) : refused(edited.refusal, form, atField);
  },
  takeBack: async (event) => {
    const form = await readForm(event);
    const input = form.take({ question: text({ most: 36 }) });
    if (!input.ok) return input.again;
    const back = await event.locals.perform(form.key, takeBackAnswer, input.value);
    return back.ok ? done(form, '') : refused(back.refusal, form);
  },
};
