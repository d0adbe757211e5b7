import { error } from '@sveltejs/kit';
import {
  across,
  arrangeStore,
  bringBanner,
  cardsOf,
  designForSeller,
  down,
  dropDraft,
  mostSections,
  publishDesign,
  said,
} from '#modules/catalogue';
import type { Link, Section } from '#modules/catalogue';
import { storesOf } from '#modules/parties';
import { file, oneOf, text, whole } from '#lib/server/fields.ts';
import { done, readForm, refused } from '#lib/server/forms.ts';
import { bannerShown } from '#lib/server/seller-design.ts';
import { storeAt } from '#lib/server/seller-at-store.ts';
import type { Actions, PageServerLoad } from './$types';

async function designOf(locals: App.Locals) {
  const found = await locals.ask(designForSeller, { store: storeAt(locals), locale: locals.locale });
  if (!found) error(404, locals.t('error.404'));
  return found;
}

export const load: PageServerLoad = async ({ locals }) => {
  const store = storeAt(locals);
  const { locale } = locals;
  const [{ design, categories, ...found }, [view]] = await Promise.all([
    designOf(locals),
    locals.ask(storesOf, { stores: [store] }),
  ]);
  const wanted = design.sections.flatMap((one) => {
    if (one.kind === 'products') return one.products;
    return one.kind === 'picture' && one.link.to === 'product' ? [one.link.id] : [];
  });
  const cards = await locals.ask(cardsOf, { products: wanted, locale });
  const onSale = new Map(cards.map(({ product, title }) => [product, title]));
  const nameOf = new Map(categories.map(({ id, name }) => [id, name]));
  const leads = ({ to, id }: Link) => (to === 'product' ? (onSale.get(id) ?? '') : (nameOf.get(id) ?? id));
  const shown = (section: Section) => ({
    kind: section.kind,
    title: said(section.titles, locale),
    text: section.kind === 'text' ? said(section.texts, locale) : '',
    category: section.kind === 'category' ? (nameOf.get(section.category) ?? '') : '',
    // Where a picture leads; nothing when that is gone, and then visitors do not see the picture.
    leads: section.kind === 'picture' ? leads(section.link) : '',
    goods: section.kind === 'products' ? section.products.filter((id) => onSale.has(id)).length : 0,
  });
  return {
    ...found,
    slug: view?.slug ?? '',
    banner: bannerShown(design.banner),
    sections: design.sections.map(shown),
    full: design.sections.length >= mostSections,
  };
};

const seen = text({ most: 40, least: 0 });
const place = whole({ least: 0, most: mostSections });

/** One section, moved or taken out; what was seen guards against two who do it at once. */
async function rearranged(event: Parameters<Actions[string]>[0], change: (all: Section[], at: number) => Section[]) {
  const { locals } = event;
  const form = await readForm(event);
  const input = form.take({ at: place, seen });
  if (!input.ok) return input.again;
  const { design } = await designOf(locals);
  const sections = change([...design.sections], input.value.at);
  const arranged = await locals.perform(form.key, arrangeStore, {
    store: storeAt(locals),
    sections,
    seen: input.value.seen,
  });
  return arranged.ok ? done(form, locals.t('design.kept')) : refused(arranged.refusal, form);
}

export const actions: Actions = {
  earlier: (event) => rearranged(event, (all, at) => (at > 0 ? all.toSpliced(at - 1, 2, all[at]!, all[at - 1]!) : all)),
  later: (event) =>
    rearranged(event, (all, at) => (at < all.length - 1 ? all.toSpliced(at, 2, all[at + 1]!, all[at]!) : all)),
  remove: (event) => rearranged(event, (all, at) => all.toSpliced(at, 1)),
  banner: async (event) => {
    const { locals } = event;
    const form = await readForm(event);
    const input = form.take({ banner: file({ kinds: ['image/jpeg', 'image/png', 'image/webp'], most: 8_000_000 }) });
    if (!input.ok) return input.again;
    const data = Buffer.from(await input.value.banner.arrayBuffer()).toString('base64');
    const brought = await locals.perform(form.key, bringBanner, { store: storeAt(locals), data });
    if (brought.ok) return done(form, locals.t('design.kept'));
    return refused(brought.refusal, form, {
      picture_is_too_large: 'banner',
      picture_is_not_readable: 'banner',
      picture_is_too_small: 'banner',
      picture_has_too_many_pixels: 'banner',
      banner_is_too_narrow: 'banner',
    });
  },
  focus: async (event) => {
    const { locals } = event;
    const form = await readForm(event);
    const input = form.take({ x: oneOf(across), y: oneOf(down) });
    if (!input.ok) return input.again;
    const arranged = await locals.perform(form.key, arrangeStore, { store: storeAt(locals), banner: input.value });
    return arranged.ok ? done(form, locals.t('design.kept')) : refused(arranged.refusal, form);
  },
  withoutBanner: async (event) => {
    const { locals } = event;
    const form = await readForm(event);
    const arranged = await locals.perform(form.key, arrangeStore, { store: storeAt(locals), banner: null });
    return arranged.ok ? done(form, locals.t('design.kept')) : refused(arranged.refusal, form);
  },
  publish: async (event) => {
    const { locals } = event;
    const form = await readForm(event);
    const published = await locals.perform(form.key, publishDesign, { store: storeAt(locals) });
    return published.ok ? done(form, locals.t('design.published')) : refused(published.refusal, form);
  },
  drop: async (event) => {
    const { locals } = event;
    const form = await readForm(event);
    const dropped = await locals.perform(form.key, dropDraft, { store: storeAt(locals) });
    return dropped.ok ? done(form, locals.t('design.dropped')) : refused(dropped.refusal, form);
  },
};
