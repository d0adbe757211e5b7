import { appointStaff, dismissStaff, staffOfPlatform, staffRoles } from '#modules/parties';
import { textIn } from '#lib/desk/pages.ts';
import { trailOf } from '#lib/server/desk-trail.ts';
import { email, manyOf, text } from '#lib/server/fields.ts';
import { done, readForm, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const found = await locals.ask(staffOfPlatform, {});
  const sought = textIn(url);
  const staff = (found?.staff ?? []).filter(({ name, email: at }) =>
    `${name} ${at}`.toLowerCase().includes(sought.toLowerCase()),
  );
  // Who gave them what they may do, and why.
  const trail = await trailOf(
    locals,
    staff.map(({ person }) => `person:${person}`),
  );
  return { staff, trail, sought, roles: staffRoles, you: locals.by.id };
};

const why = text({ least: 3, most: 2000 });
const whyFields = { reason_is_missing: 'why', text_is_too_long: 'why' } as const;

export const actions: Actions = {
  appoint: async (event) => {
    const form = await readForm(event);
    const input = form.take({ email: email(), roles: manyOf(staffRoles), why });
    if (!input.ok) return input.again;
    const said = await event.locals.perform(form.key, appointStaff, input.value);
    if (!said.ok)
      return refused(said.refusal, form, { ...whyFields, roles_are_missing: 'roles', person_not_found: 'email' });
    return done(form, event.locals.t('desk.people.done.appoint'));
  },
  change: async (event) => {
    const form = await readForm(event);
    const input = form.take({ person: text({ most: 36 }), roles: manyOf(staffRoles), why });
    if (!input.ok) return input.again;
    const said = await event.locals.perform(form.key, appointStaff, input.value);
    if (!said.ok) return refused(said.refusal, form, { ...whyFields, roles_are_missing: 'roles' });
    return done(form, event.locals.t('desk.people.done.change'));
  },
  dismiss: async (event) => {
    const form = await readForm(event);
    const input = form.take({ person: text({ most: 36 }), why });
    if (!input.ok) return input.again;
    const said = await event.locals.perform(form.key, dismissStaff, input.value);
    if (!said.ok) return refused(said.refusal, form, whyFields);
    return done(form, event.locals.t('desk.people.done.dismiss'));
  },
};
