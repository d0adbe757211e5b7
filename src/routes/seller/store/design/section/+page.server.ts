import { error, redirect } from '@sveltejs/kit';
import {
  arrangeStore,
  cardsOf,
  designForSeller,
  mostProducts,
  productsOfStore,
  sectionKinds,
} from '#modules/catalogue';
import type { Section } from '#modules/catalogue';
import { oneOf, text } from '#lib/server/fields.ts';
import { done, readForm, refused } from '#lib/server/forms.ts';
import { pictureOf } from '#lib/server/pictures.ts';
import { sectionIn } from '#lib/server/seller-design.ts';
import { storeAt } from '#lib/server/seller-at-store.ts';
import type { Actions, PageServerLoad } from './$types';

/** The section that the address means: one that is there, or a new one of a kind. */
async function sectionAt(locals: App.Locals, url: URL) {
  const found = await locals.ask(designForSeller, { store: storeAt(locals), locale: locals.locale });
  if (!found) error(404, locals.t('error.404'));
  const { sections } = found.design;
  const asked = url.searchParams.get('at');
  const at = asked === null ? sections.length : Number(asked);
  const kind = sections[at]?.kind ?? sectionKinds.find((one) => one === url.searchParams.get('kind'));
  if (!kind) error(404, locals.t('error.404'));
  return { ...found, sections, at, kind, section: sections[at] };
}

export const load: PageServerLoad = async ({ locals, url }) => {
  const store = storeAt(locals);
  const { locale } = locals;
  const { section, kind, at, seen, categories } = await sectionAt(locals, url);
  const sought = (url.searchParams.get('text') ?? '').slice(0, 100);
  const goods = kind === 'products' ? await goodsFor(locals, { store, section, sought }) : undefined;
  return {
    kind,
    at: section ? at : undefined,
    seen,
    sought,
    titles: section?.titles ?? {},
    texts: section?.kind === 'text' ? section.texts : {},
    category: section?.kind === 'category' ? section.category : '',
    categories: categories.map(({ id, name, goods: count }) => ({
      value: id,
      label: `${name} (${new Intl.NumberFormat(locale).format(count)})`,
    })),
    mostProducts,
    ...goods,
  };
};

/** Those that stand in the section, in their order, and below them others of the store that fit what is sought. */
async function goodsFor(
  locals: App.Locals,
  { store, section, sought }: { store: string; section: Section | undefined; sought: string },
) {
  const { locale } = locals;
  const chosen = section?.kind === 'products' ? section.products : [];
  const [cards, found] = await Promise.all([
    locals.ask(cardsOf, { products: chosen, locale }),
    locals.ask(productsOfStore, { store, locale, state: 'live', text: sought }),
  ]);
  const others = (found?.products ?? []).filter(({ product }) => !chosen.includes(product)).slice(0, 24);
  const shown = ({ product, title, picture }: (typeof cards)[number] | (typeof others)[number]) => ({
    product,
    title,
    picture: pictureOf(picture),
  });
  return { chosen: cards.map(shown), others: others.map(shown) };
}

export const actions: Actions = {
  default: async (event) => {
    const { locals, url } = event;
    const form = await readForm(event);
    const { sections, at } = await sectionAt(locals, url);
    const input = form.take({ kind: oneOf(sectionKinds), seen: text({ most: 40, least: 0 }) });
    if (!input.ok) return input.again;
    const { kind, seen } = input.value;
    const section = sectionIn(form.outcome.values, kind);
    const arranged = await locals.perform(form.key, arrangeStore, {
      store: storeAt(locals),
      sections: sections.toSpliced(at, 1, section),
      seen,
    });
    if (!arranged.ok)
      return refused(arranged.refusal, form, {
        section_has_no_category: 'category',
        section_category_not_found: 'category',
        section_has_no_text: `text.${locals.locale}`,
        section_text_is_too_long: `text.${locals.locale}`,
        title_is_too_long: `title.${locals.locale}`,
      });
    if (form.outcome.values['earlier'] || form.outcome.values['stay']) {
      if (url.searchParams.has('at')) return done(form, locals.t('design.kept'));
      redirect(303, `/seller/store/design/section?at=${at}`);
    }
    redirect(303, '/seller/store/design');
  },
};
