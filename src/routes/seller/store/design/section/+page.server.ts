import { error, redirect } from '@sveltejs/kit';
import { ok } from '#kernel/result';
import {
  arrangeStore,
  bringSectionPicture,
  cardsOf,
  designForSeller,
  mostProducts,
  productsOfStore,
  sectionKinds,
} from '#modules/catalogue';
import type { Section } from '#modules/catalogue';
import { files, oneOf, text } from '#lib/server/fields.ts';
import { done, readForm, refused } from '#lib/server/forms.ts';
import type { Filled } from '#lib/server/forms.ts';
import { pictureOf } from '#lib/server/pictures.ts';
import { linkText, sectionIn } from '#lib/server/seller-design.ts';
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
  const goods =
    kind === 'products' || kind === 'picture' ? await goodsFor(locals, { store, section, sought }) : undefined;
  return {
    kind,
    at: section ? at : undefined,
    seen,
    sought,
    titles: section?.titles ?? {},
    texts: section?.kind === 'text' ? section.texts : {},
    category: section?.kind === 'category' ? section.category : '',
    picture: section?.kind === 'picture' ? pictureOf(section.picture) : undefined,
    link: section?.kind === 'picture' ? linkText(section.link) : '',
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
  const chosen = section?.kind === 'products' ? section.products : leadsTo(section);
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

/** The product to which a section's picture leads. */
const leadsTo = (section: Section | undefined): string[] =>
  section?.kind === 'picture' && section.link.to === 'product' ? [section.link.id] : [];

const pictures = files({ kinds: ['image/jpeg', 'image/png', 'image/webp'], count: 1 });

/** The picture that was sent, kept; without one, that which stands there. */
async function pictureIn(
  locals: App.Locals,
  form: Filled,
  { sent, before }: { sent: File | undefined; before: Section | undefined },
) {
  if (!sent) return ok(before?.kind === 'picture' ? before.picture : undefined);
  const data = Buffer.from(await sent.arrayBuffer()).toString('base64');
  return locals.perform(`${form.key}.picture`, bringSectionPicture, { store: storeAt(locals), data });
}

const inThePicture = {
  picture_is_too_large: 'picture',
  picture_is_not_readable: 'picture',
  picture_is_too_small: 'picture',
  picture_has_too_many_pixels: 'picture',
};

export const actions: Actions = {
  default: async (event) => {
    const { locals, url } = event;
    const form = await readForm(event);
    const { sections, at } = await sectionAt(locals, url);
    const input = form.take({ kind: oneOf(sectionKinds), seen: text({ most: 40, least: 0 }), picture: pictures });
    if (!input.ok) return input.again;
    const { kind, seen, picture } = input.value;
    const brought = await pictureIn(locals, form, { sent: picture[0], before: sections[at] });
    if (!brought.ok) return refused(brought.refusal, form, inThePicture);
    const section = sectionIn(form.outcome.values, kind, brought.value);
    const arranged = await locals.perform(form.key, arrangeStore, {
      store: storeAt(locals),
      sections: sections.toSpliced(at, 1, section),
      seen,
    });
    if (!arranged.ok)
      return refused(arranged.refusal, form, {
        section_has_no_picture: 'picture',
        section_leads_nowhere: 'link',
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
