import { error } from '@sveltejs/kit';
import { keyRoles, keysOfStore, makeKey, revokeKey } from '#modules/parties';
import { storeAt } from '#lib/server/seller-at-store.ts';
import { day, manyOf, optional, text } from '#lib/server/fields.ts';
import { done, readForm, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const found = await locals.ask(keysOfStore, { store: storeAt(locals) });
  if (!found) error(404, locals.t('error.404'));
  return { now: locals.house.clock.now(), keys: found.keys, roles: keyRoles };
};

export const actions: Actions = {
  make: async (event) => {
    const { locals } = event;
    const form = await readForm(event);
    const input = form.take({ name: text({ most: 120 }), roles: manyOf(keyRoles), until: optional(day()) });
    if (!input.ok) return input.again;
    const { name, roles, until } = input.value;
    const call = { house: locals.house, by: locals.by, key: form.key };
    // It opens to the end of the day.
    const expiresAt = until ? new Date(`${until}T23:59:59Z`) : undefined;
    const made = await makeKey(call, { store: storeAt(locals), name, roles, expiresAt });
    if (!made.ok) {
      return refused(made.refusal, form, {
        name_is_missing: 'name',
        name_is_too_long: 'name',
        roles_are_missing: 'roles',
        end_is_in_the_past: 'until',
      });
    }
    return { ...done(form, locals.t('seller.keys.made')), secret: made.value.secret };
  },
  revoke: async (event) => {
    const { locals } = event;
    const form = await readForm(event);
    const input = form.take({ key: text({ most: 36 }) });
    if (!input.ok) return input.again;
    const revoked = await locals.perform(form.key, revokeKey, { store: storeAt(locals), ...input.value });
    return revoked.ok ? done(form, locals.t('seller.keys.revoked')) : refused(revoked.refusal, form);
  },
};
