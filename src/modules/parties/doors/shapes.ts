/** Shapes that the doors of this department share. */
import { Type } from 'typebox';
import { Anything, Maybe, Uuid, When } from '#platform/shapes';

export const Email = Type.String({ minLength: 3, maxLength: 254 });
export const Password = Type.String({ minLength: 1, maxLength: 800 });
export const Token = Type.String({ minLength: 1, maxLength: 200 });
export const Code = Type.String({
  minLength: 1,
  maxLength: 40,
  description: 'Six digits of the device, or a recovery code.',
});
export const SignedInShape = Type.Object({
  person: Uuid,
  token: Type.String({ description: 'The session: as cookie `entrepot_session` or as bearer. It is shown here only.' }),
  expiresAt: When,
});
export const Name = Type.String({ minLength: 1, maxLength: 400 });
export const Slug = Type.String({
  minLength: 1,
  maxLength: 48,
  description: "The store's address in the shop: small Latin letters, digits and hyphens.",
});
export const Country = Type.String({ minLength: 2, maxLength: 2, description: 'ISO 3166-1, two letters.' });
export const Currency = Type.String({ minLength: 3, maxLength: 3, description: 'ISO 4217.' });
export const Language = Type.String({ minLength: 2, maxLength: 20, description: 'A language tag such as pt-BR.' });
export const Reason = Type.String({ minLength: 1, maxLength: 8_000, description: 'A sentence that both sides read.' });
export const Kind = Type.Union([Type.Literal('company'), Type.Literal('person')]);
export const StoreStateShape = Type.Union(
  ['draft', 'in_review', 'refused', 'open', 'suspended'].map((state) => Type.Literal(state)),
);
export const Roles = Type.Array(Type.String({ maxLength: 40 }), { maxItems: 10 });
export const Labels = Type.Unsafe<Record<string, string>>({ type: 'object', additionalProperties: { type: 'string' } });

/** Which of these a country uses, and what they are called there, is the country's own form. */
export const AddressFieldsShape = {
  name: Type.Optional(Type.String({ maxLength: 400 })),
  company: Type.Optional(Type.String({ maxLength: 400 })),
  street: Type.Optional(Type.String({ maxLength: 400 })),
  number: Type.Optional(Type.String({ maxLength: 100 })),
  extra: Type.Optional(Type.String({ maxLength: 400 })),
  district: Type.Optional(Type.String({ maxLength: 400 })),
  city: Type.Optional(Type.String({ maxLength: 400 })),
  region: Type.Optional(Type.String({ maxLength: 400 })),
  postalCode: Type.Optional(Type.String({ maxLength: 100 })),
  sortingCode: Type.Optional(Type.String({ maxLength: 100 })),
};

export const AddressShape = Type.Object({ country: Country, ...AddressFieldsShape });

export const AddressViewShape = Type.Object({
  id: Uuid,
  address: AddressShape,
  phone: Type.String(),
  first: Type.Boolean(),
});

export const PersonShape = {
  person: Uuid,
  email: Type.String(),
  emailConfirmed: Type.Boolean(),
  hasPassword: Type.Boolean(),
  name: Type.String(),
  locale: Type.String(),
  country: Type.String(),
  currency: Type.String(),
  since: When,
};

export const RuleShape = Type.Object({
  country: Type.String(),
  kind: Kind,
  validFrom: Type.String(),
  validTo: Maybe(Type.String()),
  source: Type.String(),
  fields: Type.Array(Type.Object({ field: Type.String(), as: Type.String(), must: Type.Boolean(), label: Labels })),
  papers: Type.Array(Type.Object({ paper: Type.String(), must: Type.Boolean(), label: Labels })),
  payoutAccount: Type.Boolean(),
  mark: Type.String(),
  shown: Type.Array(Type.String()),
});

export const PaperShape = Type.Object({
  paper: Uuid,
  kind: Type.String(),
  type: Type.String(),
  bytes: Type.Integer(),
  addedAt: When,
});

export const DecisionShape = Type.Object({ at: When, deed: Type.String(), why: Type.String(), by: Type.String() });

export const PayoutAccountShape = Type.Object({
  holder: Type.String(),
  country: Type.String(),
  currency: Type.String(),
  last4: Type.String(),
  setAt: When,
});

export const StoreShape = Type.Object({
  store: Uuid,
  slug: Type.String(),
  name: Type.String(),
  about: Type.String(),
  state: StoreStateShape,
  kind: Kind,
  country: Type.String(),
  currency: Type.String(),
  city: Type.String(),
  since: When,
  logo: Maybe(Type.String({ description: 'The picture is at /pictures/<this>.' })),
  shown: Maybe(
    Type.Object({
      fields: Type.Array(Type.Object({ field: Type.String(), label: Labels, value: Type.String() })),
      address: Type.Array(Type.String()),
    }),
  ),
});

export const ApplicationShape = Type.Object({
  store: Uuid,
  slug: Type.String(),
  name: Type.String(),
  about: Type.String(),
  state: StoreStateShape,
  kind: Kind,
  country: Type.String(),
  currency: Type.String(),
  createdAt: When,
  submittedAt: Maybe(When),
  openedAt: Maybe(When),
  verifiedAt: Maybe(When),
  verifyAgainAt: Maybe(When),
  asked: Maybe(RuleShape),
  identity: Labels,
  address: Maybe(AddressShape),
  phone: Type.String(),
  papers: Type.Array(PaperShape),
  payoutAccount: Maybe(PayoutAccountShape),
  missing: Type.Array(Type.String()),
  decisions: Type.Array(DecisionShape),
  desk: Maybe(Anything),
});
