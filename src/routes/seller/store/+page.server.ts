import { error } from '@sveltejs/kit';
import { countryName } from '#kernel/place';
import { carriageOf, setCarriage } from '#modules/logistics';
import { bringLogo, editStore, storesOf } from '#modules/parties';
import { storeAt } from '#lib/server/seller-at-store.ts';
import { fieldsOfRefusal, readZones } from '#lib/seller/zone-form.ts';
import { file, optional, text } from '#lib/server/fields.ts';
import { done, readForm, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

async function viewOf(locals: App.Locals, store: string) {
  const [view] = await locals.ask(storesOf, { stores: [store] });
  if (!view) error(404, locals.t('error.404'));
  return view;
}

export const load: PageServerLoad = async ({ locals }) => {
  const store = storeAt(locals);
  const [view, { zones }] = await Promise.all([viewOf(locals, store), locals.ask(carriageOf, { store })]);
  const named = (code: string) => countryName(code, locals.locale);
  return {
    id: store,
    name: view.name,
    about: view.about,
    state: view.state,
    logo: view.logo,
    kind: view.kind,
    country: named(view.country),
    currency: view.currency,
    shown: view.shown,
    zones: zones.map(({ countries, ...zone }) => ({
      ...zone,
      everywhere: countries.includes('*'),
      countries: countries
        .filter((code) => code !== '*')
        .map(named)
        .sort((a, b) => a.localeCompare(b, locals.locale)),
    })),
  };
};

export const actions: Actions = {
  face: async (event) => {
    const { locals } = event;
    const form = await readForm(event);
    const input = form.take({ name: text({ most: 120 }), about: optional(text({ most: 2000 })) });
    if (!input.ok) return input.again;
    const { name, about = '' } = input.value;
    const edited = await locals.perform(form.key, editStore, { store: storeAt(locals), name, about });
    if (!edited.ok)
      return refused(edited.refusal, form, {
        name_is_missing: 'name',
        name_is_too_long: 'name',
        text_is_too_long: 'about',
      });
    return done(form, locals.t('seller.store.saved'));
  },
  logo: async (event) => {
    const { locals } = event;
    const form = await readForm(event);
    const input = form.take({ logo: file({ kinds: ['image/jpeg', 'image/png', 'image/webp'], most: 8_000_000 }) });
    if (!input.ok) return input.again;
    const bytes = new Uint8Array(await input.value.logo.arrayBuffer());
    const call = { house: locals.house, by: locals.by, key: form.key };
    const brought = await bringLogo(call, { store: storeAt(locals), bytes });
    if (!brought.ok)
      return refused(brought.refusal, form, { picture_is_too_large: 'logo', picture_is_not_readable: 'logo' });
    return done(form, locals.t('seller.store.saved'));
  },
  carriage: async (event) => {
    const { locals } = event;
    const store = storeAt(locals);
    const form = await readForm(event);
    const { currency } = await viewOf(locals, store);
    const read = readZones(form, currency);
    if (!read.ok) return read.again;
    const set = await locals.perform(form.key, setCarriage, { store, zones: read.value });
    if (!set.ok) return refused(set.refusal, form, fieldsOfRefusal(set.refusal, read.places));
    return done(form, locals.t('seller.carriage.saved'));
  },
};
