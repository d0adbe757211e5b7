/** Shapes of the catalogue's doors. */
import { Type } from 'typebox';
import type { TObject } from 'typebox';
import { Maybe, Uuid, When } from '#platform/shapes';
import { batteries, kinds } from './product.ts';

export const Locale = Type.String({
  minLength: 2,
  maxLength: 12,
  default: 'en',
  description: 'Language, as `en` or `pt-BR`; what is not said in it is said in English, or else in what there is.',
});
export const Page = Type.Integer({ minimum: 1, maximum: 10_000, default: 1 });
export const Minor = Type.Integer({ description: 'Minor units of the currency.' });
export const Code = Type.String({ maxLength: 80 });

/** An object, or null, said without a union: answers are written faster. */
const OrNull = <T extends TObject>({ properties, required }: T) =>
  Type.Unsafe<object | null>({ type: ['object', 'null'], properties, required });

export const Named = Type.Object({ id: Type.String(), name: Type.String() });
export const NamedCode = Type.Object({ code: Type.String(), name: Type.String() });
export const PictureShape = Type.Object({ hash: Type.String(), width: Type.Integer(), height: Type.Integer() });
const TierShape = Type.Object({ from: Type.Integer({ minimum: 1 }), minor: Minor });
const Value = Type.Unsafe<string | number | boolean>({ type: ['string', 'number', 'boolean'] });
const Choice = Type.Unsafe<Record<string, string>>({ type: 'object', additionalProperties: { type: 'string' } });
const TextsShape = Type.Unsafe<Record<string, string>>({
  type: 'object',
  additionalProperties: { type: 'string' },
  description: 'By language: { "en": "Kettle" }.',
});

const TitleIn = Type.Optional(
  Type.String({ description: 'The language of the title where it is not the one asked for.' }),
);

export const CardShape = Type.Object({
  product: Uuid,
  store: Uuid,
  category: Type.String(),
  title: Type.String(),
  titleIn: TitleIn,
  brand: Type.String(),
  currency: Type.String(),
  fromMinor: Minor,
  varies: Type.Boolean({ description: 'Some variants or quantities cost otherwise.' }),
  minimum: Type.Integer({ description: 'The fewest that are sold.' }),
  digital: Type.Boolean(),
  soldOut: Type.Boolean(),
  picture: OrNull(PictureShape),
});

export const CardPageShape = Type.Object({ cards: Type.Array(CardShape), page: Type.Integer(), more: Type.Boolean() });

export const CategoryPageShape = Type.Object({
  category: Named,
  path: Type.Array(Named),
  children: Type.Array(Named),
  cards: Type.Array(CardShape),
  page: Type.Integer(),
  more: Type.Boolean(),
  total: Type.Integer({ description: 'As of the last minute.' }),
});

export const ProductShape = Type.Object({
  product: Uuid,
  store: Uuid,
  category: Type.String(),
  path: Type.Array(Named),
  digital: Type.Boolean(),
  title: Type.String(),
  titleIn: TitleIn,
  description: Type.String(),
  original: OrNull(
    Type.Object(
      { locale: Type.String(), title: Type.String(), description: Type.String() },
      { description: 'What the seller wrote in another language, where title or description are composed.' },
    ),
  ),
  brand: Type.String(),
  currency: Type.String(),
  attributes: Type.Array(Type.Object({ code: Type.String(), name: Type.String(), value: Value, unit: Type.String() })),
  options: Type.Array(Type.Object({ code: Type.String(), name: Type.String(), values: Type.Array(NamedCode) })),
  pictures: Type.Array(PictureShape),
  variants: Type.Array(
    Type.Object({
      variant: Uuid,
      sku: Type.String(),
      gtin: Type.String(),
      choice: Choice,
      label: Type.String(),
      tiers: Type.Array(TierShape),
      minimum: Type.Integer(),
      available: Type.Integer(),
      grams: Type.Integer(),
      sizeMm: Type.Array(Type.Integer()),
    }),
  ),
  hs: Type.String(),
  origin: Type.String(),
  battery: Type.String(),
  soldOut: Type.Boolean(),
  listedAt: When,
});

export const AttributeShape = Type.Object({
  code: Type.String(),
  name: Type.String(),
  kind: Type.String(),
  unit: Type.String(),
  required: Type.Boolean(),
  choices: Type.Array(NamedCode),
});

const OptionBody = Type.Object({
  code: Code,
  names: TextsShape,
  values: Type.Array(Type.Object({ code: Code, names: TextsShape })),
});

const VariantBody = Type.Object({
  id: Type.Optional(Uuid),
  sku: Type.Optional(Type.String()),
  gtin: Type.Optional(Type.String()),
  choice: Type.Optional(Choice),
  tiers: Type.Array(TierShape),
  grams: Type.Optional(Type.Integer()),
  sizeMm: Type.Optional(
    Type.Array(Type.Integer(), { minItems: 3, maxItems: 3, description: 'Length, width and height, packed.' }),
  ),
  onHand: Type.Optional(Type.Integer({ description: 'Only of a new variant; later there is a door for stock.' })),
});

/** What a seller may say of a product; what is left out stays as it was. */
export const listingBody = {
  category: Type.Optional(Type.String()),
  kind: Type.Optional(Type.Enum([...kinds])),
  brand: Type.Optional(Type.String()),
  titles: Type.Optional(TextsShape),
  descriptions: Type.Optional(TextsShape),
  attributes: Type.Optional(
    Type.Unsafe<Record<string, string | number | boolean>>({
      type: 'object',
      additionalProperties: true,
      description: 'By code: text, number, a choice, true or false.',
    }),
  ),
  options: Type.Optional(Type.Array(OptionBody)),
  pictures: Type.Optional(Type.Array(Type.String(), { description: 'Hashes of its pictures, in their new order.' })),
  hs: Type.Optional(Type.String()),
  origin: Type.Optional(Type.String()),
  battery: Type.Optional(Type.Enum([...batteries])),
  variants: Type.Optional(Type.Array(VariantBody)),
};

export const StoreProductShape = Type.Object({
  product: Uuid,
  title: Type.String(),
  state: Type.String(),
  proposal: Maybe(Type.String()),
  category: Type.String(),
  currency: Type.String(),
  fromMinor: Minor,
  varies: Type.Boolean(),
  onHand: Type.Integer(),
  held: Type.Integer(),
  variants: Type.Integer(),
  picture: OrNull(PictureShape),
  changedAt: When,
});

export const DeskProductShape = Type.Object({
  product: Uuid,
  store: Uuid,
  title: Type.String(),
  state: Type.String(),
  proposal: Type.Boolean(),
  category: Type.String(),
  currency: Type.String(),
  fromMinor: Minor,
  picture: OrNull(PictureShape),
  waitsSince: Maybe(When),
  changedAt: When,
});
