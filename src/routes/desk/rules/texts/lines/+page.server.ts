import { textsPerPage } from '#platform/text-questions';
import { languages } from '#lib/server/desk-categories.ts';
import { linesFor, setLine, states } from '#lib/server/desk-lines.ts';
import { oneIn, pageIn, pagesAround, textIn } from '#lib/desk/pages.ts';
import { oneOf, optional, text } from '#lib/server/fields.ts';
import { done, readForm, refused } from '#lib/server/forms.ts';
import { firstLocale, locales } from '#lib/words/locales.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const own = locals.locale === firstLocale ? locales.find((one) => one !== firstLocale)! : locals.locale;
  const asked = {
    text: textIn(url),
    locale: oneIn(url, 'language', locales, own),
    area: textIn(url, 'area'),
    state: oneIn(url, 'state', states, 'all'),
  };
  const page = pageIn(url);
  const found = await linesFor(locals, asked, page);
  return { asked, own, languages, ...found, around: pagesAround(url, found.total > page * textsPerPage) };
};

export const actions: Actions = {
  set: async (event) => {
    const form = await readForm(event);
    const input = form.take({
      id: text({ most: 300 }),
      locale: oneOf(locales),
      text: optional(text({ most: 20_000 })),
      was: optional(text({ most: 20_000 })),
    });
    if (!input.ok) return input.again;
    const { id, locale, text: typed = '', was = '' } = input.value;
    const said = await setLine(event.locals, form.key, { id, locale, text: typed });
    if (!said.ok) return refused(said.refusal, form, { [said.refusal.no]: 'text' });
    // What it was goes back with the answer, for the way back.
    return { ...done(form, event.locals.t('desk.lines.saved')), values: { was, id } };
  },
};
