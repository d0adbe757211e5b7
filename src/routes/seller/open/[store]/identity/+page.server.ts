import { error, redirect } from '@sveltejs/kit';
import { inLanguage, saveApplication } from '#modules/parties';
import type { AskedField } from '#modules/parties';
import { after, draftAt } from '#lib/server/seller-application.ts';
import { marked } from '#lib/seller/marked.ts';
import { day, optional, text } from '#lib/server/fields.ts';
import type { Reader } from '#lib/server/fields.ts';
import { readForm, refused } from '#lib/server/forms.ts';
import type { Filled } from '#lib/server/forms.ts';
import { isKey } from '#lib/server/messages.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { store, left, name, kind, asked, identity } = await draftAt(locals, params.store);
  if (!asked) redirect(303, `/seller/open/${params.store}`);
  return {
    id: store,
    left,
    name,
    kind,
    shown: asked.shown.length > 0,
    fields: asked.fields.map(({ field, as, must, label }) => ({
      field,
      as,
      must,
      label: inLanguage(label, locals.locale),
      shown: asked.shown.includes(field),
      value: identity[field] ?? '',
    })),
  };
};

export const actions: Actions = {
  default: async ({ request, locals, params }) => {
    const form = await readForm({ request, locals });
    const later = form.outcome.values['later'] === 'yes';
    const { asked } = await draftAt(locals, params.store);
    if (!asked) error(404, locals.t('error.404'));
    const shape = asked.fields.map((one) => [`identity.${one.field}`, later ? optional(readerOf(one)) : needed(one)]);
    const input = form.take(Object.fromEntries(shape) as Record<string, Reader<string | undefined>>);
    if (!input.ok) return input.again;
    const identity = Object.fromEntries(
      asked.fields.map(({ field }) => [field, input.value[`identity.${field}`] ?? '']),
    );
    const saved = await locals.perform(form.key, saveApplication, { store: params.store, identity });
    if (!saved.ok) {
      return saved.refusal.no === 'field_is_wrong' ? wrongField(saved.refusal, form) : refused(saved.refusal, form);
    }
    redirect(303, later ? `/seller/open/${params.store}` : after(params.store, 'identity'));
  },
};

const needed = (one: AskedField) => (one.must ? readerOf(one) : optional(readerOf(one)));

function readerOf({ as }: AskedField): Reader<string> {
  return as === 'date' ? day() : text({ most: 200 });
}

/** Why an answer is wrong is the name of what the check said: it stands at the field. */
function wrongField({ field, why, example }: { field: string; why: string; example: string }, form: Filled) {
  const at = `identity.${field}`;
  if (why === 'not_a_day_in_the_past') return marked(form, { [at]: form.locals.t('seller.open.not_past') });
  const no = isKey(`refusal.${why}`) ? why : 'identifier_not_readable';
  return refused({ no, example, field } as { no: string }, form, { [no]: at });
}
