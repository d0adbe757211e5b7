import { error, redirect } from '@sveltejs/kit';
import { cardsOf } from '#modules/catalogue';
import { askQuestion, hideQuestion, judgeAnswer, questionsOfProduct, showQuestion } from '#modules/messaging';
import { isStaff } from '#platform/actor';
import { oneOf, text } from '#lib/server/fields.ts';
import { done, readForm, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

/** Sent as finished HTML, without the framework; see Lively. */
export const csr = false;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const [card] = await locals.ask(cardsOf, { products: [params.product], locale: locals.locale });
  if (!card) error(404, locals.t('error.404'));
  const words = (url.searchParams.get('text') ?? '').slice(0, 100);
  const page = Math.min(Math.max(Math.trunc(Number(url.searchParams.get('page'))) || 1, 1), 1000);
  const talk = await locals.ask(questionsOfProduct, { product: card.product, text: words, page });
  return {
    product: card.product,
    title: card.title,
    talk,
    sought: words,
    signedIn: locals.by.kind === 'person',
    decides: isStaff(locals.by, 'listings'),
  };
};

const why = { question: text({ most: 36 }), why: text({ most: 500 }) };

export const actions: Actions = {
  ask: async (event) => {
    const { locals, params } = event;
    const form = await readForm(event);
    const input = form.take({ text: text({ most: 4000 }) });
    if (!input.ok) return input.again;
    const asked = await locals.perform(form.key, askQuestion, {
      product: params.product,
      locale: locals.locale,
      text: input.value.text,
    });
    if (!asked.ok) {
      const atField = [
        'text_is_too_short',
        'text_is_too_long',
        'text_holds_a_mail_address',
        'text_holds_a_phone_number',
        'text_holds_a_link',
        'you_asked_that_already',
      ];
      return refused(asked.refusal, form, Object.fromEntries(atField.map((no) => [no, 'text'])));
    }
    return done(form, locals.t('talk.sent'));
  },
  judge: async (event) => {
    const form = await readForm(event);
    const input = form.take({ question: text({ most: 36 }), helpful: oneOf(['yes', 'no']) });
    if (!input.ok) return input.again;
    const { question, helpful } = input.value;
    const judged = await event.locals.perform(`${form.key}.${helpful}`, judgeAnswer, {
      question,
      helpful: helpful === 'yes',
    });
    if (!judged.ok) return refused(judged.refusal, form);
    redirect(303, `${event.locals.to(`/products/${event.params.product}/questions`)}#q-${question}`);
  },
  hide: async (event) => {
    const form = await readForm(event);
    const input = form.take(why);
    if (!input.ok) return input.again;
    const hidden = await event.locals.perform(form.key, hideQuestion, input.value);
    return hidden.ok ? done(form, event.locals.t('talk.decided')) : refused(hidden.refusal, form);
  },
  show: async (event) => {
    const form = await readForm(event);
    const input = form.take(why);
    if (!input.ok) return input.again;
    const shown = await event.locals.perform(form.key, showQuestion, input.value);
    return shown.ok ? done(form, event.locals.t('talk.decided')) : refused(shown.refusal, form);
  },
};
