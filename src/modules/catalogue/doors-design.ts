/** Doors of a store's design: how its page is arranged, for its people and their programs. */
import { Type } from 'typebox';
import { door } from '#platform/door';
import type { Door } from '#platform/door';
import { Maybe, Uuid, When } from '#platform/shapes';
import { arrangeStore, dropDraft, publishDesign } from './design/arrange-store.ts';
import { bringBanner, bringSectionPicture } from './design/bring-banner.ts';
import { across, down, linkedTo, mostProducts, mostSections } from './design/design.ts';
import { designForSeller, storeDesign } from './design/design-of-store.ts';
import { CardShape, Locale, PictureShape } from './shapes.ts';

const Words = Type.Unsafe<Record<string, string>>({
  type: 'object',
  additionalProperties: { type: 'string' },
  description: 'By language: { "en": "New this week" }.',
});
const Focus = { x: Type.Enum([...across]), y: Type.Enum([...down]) };
const Link = {
  to: Type.Enum([...linkedTo], { description: 'One of the store’s products, or a category.' }),
  id: Type.String({ maxLength: 80 }),
};
const BannerShape = Type.Object({ ...PictureShape.properties, ...Focus });
const SectionShape = Type.Union([
  Type.Object({ kind: Type.Literal('text'), titles: Words, texts: Words }),
  Type.Object({ kind: Type.Literal('category'), titles: Words, category: Type.String({ maxLength: 80 }) }),
  Type.Object({
    kind: Type.Literal('picture'),
    titles: Words,
    picture: PictureShape,
    link: Type.Object(Link),
  }),
  Type.Object({
    kind: Type.Literal('products'),
    titles: Words,
    products: Type.Array(Uuid, { maxItems: mostProducts }),
  }),
]);
const Sections = Type.Array(SectionShape, { maxItems: mostSections });
const Count = Type.Object({ sections: Type.Integer() });

const notTheirs = { store_not_found: 404 } as const;
const sectionStatus = {
  too_many_sections: 422,
  language_not_known: 422,
  title_is_too_long: 422,
  section_has_no_products: 422,
  too_many_products: 422,
  section_has_no_category: 422,
  section_has_no_picture: 422,
  section_leads_nowhere: 422,
  section_has_no_text: 422,
  section_text_is_too_long: 422,
  section_picture_not_found: 422,
  section_product_not_found: 422,
  section_category_not_found: 422,
} as const;

const pictureStatus = {
  picture_is_missing: 422,
  picture_is_too_large: 413,
  picture_is_not_readable: 422,
  picture_is_too_small: 422,
  picture_has_too_many_pixels: 422,
} as const;

export const designDoors: Door[] = [
  door({
    method: 'GET',
    path: '/storefronts/{store}/design',
    says: "A store's page as its people arranged it: banner and sections, with the goods that stand in them.",
    may: 'anyone',
    query: Type.Object({ locale: Locale }),
    answer: Type.Object({
      banner: Maybe(BannerShape),
      sections: Type.Array(
        Type.Object({
          kind: Type.String(),
          title: Type.String(),
          text: Type.String(),
          cards: Type.Array(CardShape),
          picture: Maybe(PictureShape),
          link: Maybe(Type.Object({ ...Link, name: Type.String() })),
        }),
      ),
    }),
    question: storeDesign,
  }),
  door({
    method: 'GET',
    path: '/stores/{store}/design',
    says: 'The design as it is being arranged, and whether visitors see it already.',
    may: 'store',
    query: Type.Object({ locale: Locale }),
    answer: Type.Object({
      design: Type.Object({ banner: Maybe(BannerShape), sections: Sections }),
      waits: Type.Boolean(),
      seen: Type.String(),
      changedAt: Maybe(When),
      changedBy: Type.String(),
      shownAt: Maybe(When),
      categories: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), goods: Type.Integer() })),
    }),
    question: designForSeller,
  }),
  door({
    method: 'PATCH',
    path: '/stores/{store}/design',
    says: 'Arranges the page in a draft; what is not given stays.',
    may: 'store',
    body: Type.Object({
      banner: Type.Optional(Maybe(Type.Object(Focus))),
      sections: Type.Optional(Sections),
      seen: Type.Optional(Type.String({ maxLength: 40 })),
    }),
    answer: Count,
    refusals: { ...notTheirs, design_has_changed: 409, there_is_no_banner: 409, ...sectionStatus },
    deed: arrangeStore,
  }),
  door({
    method: 'PUT',
    path: '/stores/{store}/design/banner',
    says: 'Brings the banner into the draft.',
    may: 'store',
    body: Type.Object({ data: Type.String({ description: 'The bytes, base64.', maxLength: 11_500_000 }) }),
    answer: PictureShape,
    refusals: { ...notTheirs, ...pictureStatus, banner_is_too_narrow: 422 },
    deed: bringBanner,
  }),
  door({
    method: 'POST',
    path: '/stores/{store}/design/pictures',
    says: 'Brings a picture for a section of the page; the section that shows it is arranged next.',
    may: 'store',
    body: Type.Object({ data: Type.String({ description: 'The bytes, base64.', maxLength: 11_500_000 }) }),
    answer: PictureShape,
    refusals: { ...notTheirs, ...pictureStatus },
    deed: bringSectionPicture,
  }),
  door({
    method: 'POST',
    path: '/stores/{store}/design/publication',
    says: 'Visitors see the draft from now on.',
    may: 'store',
    answer: Count,
    refusals: { ...notTheirs, nothing_is_drafted: 409 },
    deed: publishDesign,
  }),
  door({
    method: 'DELETE',
    path: '/stores/{store}/design/draft',
    says: 'Gives the draft up; what visitors see stays.',
    may: 'store',
    answer: Count,
    refusals: { ...notTheirs, nothing_is_drafted: 409 },
    deed: dropDraft,
  }),
];
