/** The form once more, with sentences at the fields that are in the way. */
import { fail } from '@sveltejs/kit';
import type { ActionFailure } from '@sveltejs/kit';
import type { Filled, Outcome } from '#lib/server/forms.ts';

export function marked(form: Filled, errors: Readonly<Record<string, string>>): ActionFailure<Outcome> {
  Object.assign(form.outcome.errors, errors);
  return fail(422, form.outcome);
}
