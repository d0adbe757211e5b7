import { error } from '@sveltejs/kit';
import {
  changeMember,
  inviteStaff,
  removeMember,
  staffOfStore,
  storeRoles,
  withdrawInvitation,
} from '#modules/parties';
import { storeAt } from '#lib/server/seller-at-store.ts';
import { locales } from '#lib/words/locales.ts';
import { localeNames } from '#lib/words/locale-names.ts';
import { email, manyOf, oneOf, text } from '#lib/server/fields.ts';
import { done, readForm, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const staff = await locals.ask(staffOfStore, { store: storeAt(locals) });
  if (!staff) error(404, locals.t('error.404'));
  return {
    me: locals.by.id,
    ...staff,
    roles: storeRoles,
    languages: locales.map((value) => ({ value, label: localeNames[value] })),
  };
};

export const actions: Actions = {
  invite: async (event) => {
    const { locals } = event;
    const form = await readForm(event);
    const input = form.take({ email: email(), roles: manyOf(storeRoles), locale: oneOf(locales) });
    if (!input.ok) return input.again;
    const invited = await locals.perform(form.key, inviteStaff, { store: storeAt(locals), ...input.value });
    if (!invited.ok) {
      return refused(invited.refusal, form, {
        email_is_wrong: 'email',
        already_works_here: 'email',
        already_invited: 'email',
        roles_are_missing: 'roles',
      });
    }
    return done(form, locals.t('seller.people.invited', { email: input.value.email }));
  },
  withdraw: async (event) => {
    const { locals } = event;
    const form = await readForm(event);
    const input = form.take({ invitation: text({ most: 36 }) });
    if (!input.ok) return input.again;
    const withdrawn = await locals.perform(form.key, withdrawInvitation, { store: storeAt(locals), ...input.value });
    return withdrawn.ok ? done(form, locals.t('seller.people.withdrawn')) : refused(withdrawn.refusal, form);
  },
  change: async (event) => {
    const { locals } = event;
    const form = await readForm(event);
    const input = form.take({ person: text({ most: 36 }), roles: manyOf(storeRoles) });
    if (!input.ok) return input.again;
    const changed = await locals.perform(form.key, changeMember, { store: storeAt(locals), ...input.value });
    if (!changed.ok)
      return refused(changed.refusal, form, { roles_are_missing: 'roles', the_last_owner_stays: 'roles' });
    return done(form, locals.t('seller.people.changed'));
  },
  remove: async (event) => {
    const { locals } = event;
    const form = await readForm(event);
    const input = form.take({ person: text({ most: 36 }) });
    if (!input.ok) return input.again;
    const removed = await locals.perform(form.key, removeMember, { store: storeAt(locals), ...input.value });
    return removed.ok ? done(form, locals.t('seller.people.removed')) : refused(removed.refusal, form);
  },
};
