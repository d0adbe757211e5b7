/** Doors of stores: what is asked of sellers, what is shown of a store, its face. */
import { Type } from 'typebox';
import { door } from '#platform/door';
import { Uuid } from '#platform/shapes';
import type { Asking } from '#platform/work';
import { callOf } from '../people/call.ts';
import { accountForm } from '../stores/account-forms.ts';
import { bringLogo, editStore } from '../stores/edit-store.ts';
import { identityAsked } from '../stores/identity-rules.ts';
import { openStore } from '../stores/open-store.ts';
import { storeAt } from '../stores/store.ts';
import type { SellerKind } from '../stores/store.ts';
import { Country, Currency, Kind, Name, RuleShape, Slug, StoreShape } from './shapes.ts';
import { currencyStatus, nameStatus, roleStatus, slugStatus } from './status.ts';

const Content = Type.String({ description: 'The bytes, base64.', maxLength: 11_500_000 });
const bytesOf = (content: string) => Buffer.from(content, 'base64');

/** What a seller from a country will be asked for, and how a bank account is written there: before a store is begun. */
async function askedOfSellers(ask: Asking, { country, kind }: { country: string; kind: SellerKind }) {
  const rule = await identityAsked(ask, { country: country.toUpperCase(), kind });
  return rule && { rule, account: accountForm(country.toUpperCase()) };
}

export const storeDoors = [
  door({
    method: 'GET',
    path: '/sellers/requirements',
    says: 'What a seller of a kind from a country is asked for.',
    may: 'anyone',
    keep: 300,
    query: Type.Object({ country: Country, kind: Kind }),
    answer: Type.Object({
      rule: RuleShape,
      account: Type.Object({
        iban: Type.Boolean(),
        called: Type.String(),
        bankExample: Type.String(),
        numberExample: Type.String(),
      }),
    }),
    question: askedOfSellers,
  }),
  door({
    method: 'GET',
    path: '/stores/{store}',
    says: 'A store, by its address in the shop or its id.',
    may: 'anyone',
    answer: StoreShape,
    question: storeAt,
  }),
  door({
    method: 'POST',
    path: '/stores',
    says: 'A person begins a store; it is a draft until the desk has admitted it.',
    may: 'person',
    body: Type.Object({
      name: Name,
      kind: Kind,
      country: Country,
      currency: Currency,
      about: Type.Optional(Type.String({ maxLength: 8_000 })),
      slug: Type.Optional(Slug),
    }),
    answer: Type.Object({ store: Uuid, slug: Type.String() }),
    refusals: {
      only_people_open_stores: 403,
      ...nameStatus,
      text_is_too_long: 422,
      country_not_known: 422,
      ...currencyStatus,
      nobody_is_admitted_from_there: 409,
      finish_your_other_stores_first: 409,
      ...slugStatus,
    },
    deed: openStore,
  }),
  door({
    method: 'PATCH',
    path: '/stores/{store}',
    says: 'An owner changes what the store says of itself.',
    may: 'person',
    body: Type.Object({ name: Type.Optional(Name), about: Type.Optional(Type.String({ maxLength: 8_000 })) }),
    answer: Type.Object({ name: Type.String(), about: Type.String() }),
    refusals: { ...roleStatus, application_is_being_reviewed: 409, ...nameStatus, text_is_too_long: 422 },
    deed: editStore,
  }),
  door({
    method: 'PUT',
    path: '/stores/{store}/logo',
    says: 'An owner brings the sign of the store; it is kept as a square.',
    may: 'person',
    body: Type.Object({ content: Content }),
    answer: Type.Object({ logo: Type.String() }),
    refusals: {
      picture_is_too_large: 413,
      ...roleStatus,
      picture_is_not_readable: 422,
      key_used_for_something_else: 409,
    },
    question: (ask: Asking, { store, content }: { store: string; content: string }) =>
      bringLogo(callOf(ask), { store, bytes: bytesOf(content) }),
  }),
];
