/** Doors of stores: the application, the people, the money's account, the keys. */
import { Type } from 'typebox';
import { door } from '#platform/door';
import { Maybe, Uuid } from '#platform/shapes';
import type { Asking } from '#platform/work';
import { callOf } from '../people/call.ts';
import { accountForm } from '../stores/account-forms.ts';
import { applicationOf } from '../stores/application.ts';
import { bringLogo, editStore } from '../stores/edit-store.ts';
import { identityAsked } from '../stores/identity-rules.ts';
import { openStore } from '../stores/open-store.ts';
import { bringPaper, removePaper, showPaper } from '../stores/papers.ts';
import { payoutAccountPage, setPayoutAccount } from '../stores/payout-account.ts';
import { saveApplication } from '../stores/save-application.ts';
import { storeAt } from '../stores/store.ts';
import type { SellerKind } from '../stores/store.ts';
import { reopenApplication, submitApplication, withdrawApplication } from '../stores/submit-application.ts';
import {
  AddressFieldsShape,
  ApplicationShape,
  Country,
  Currency,
  Kind,
  Labels,
  Name,
  PaperShape,
  PayoutAccountShape,
  RuleShape,
  StoreShape,
  StoreStateShape,
} from './shapes.ts';

export const roleStatus = { store_not_found: 404, only_its_people_may: 403 } as const;
const nameStatus = { name_is_missing: 422, name_is_too_long: 422 } as const;
const currencyStatus = { currency_not_known: 422, currency_withdrawn: 422 } as const;
const draftStatus = { application_is_not_a_draft: 409 } as const;
const StateShape = Type.Object({ state: StoreStateShape });
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
    body: Type.Object({ name: Name, kind: Kind, country: Country, currency: Currency }),
    answer: Type.Object({ store: Uuid, slug: Type.String() }),
    refusals: {
      only_people_open_stores: 403,
      ...nameStatus,
      country_not_known: 422,
      ...currencyStatus,
      nobody_is_admitted_from_there: 409,
      finish_your_other_stores_first: 409,
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

export const applicationDoors = [
  door({
    method: 'GET',
    path: '/stores/{store}/application',
    says: 'The application: what is asked, what was given, what is missing, what was decided.',
    may: 'person',
    answer: ApplicationShape,
    question: applicationOf,
  }),
  door({
    method: 'PATCH',
    path: '/stores/{store}/application',
    says: 'An owner fills in a part of the application; it need not be complete, but right.',
    may: 'person',
    body: Type.Object({
      name: Type.Optional(Name),
      about: Type.Optional(Type.String({ maxLength: 8_000 })),
      kind: Type.Optional(Kind),
      country: Type.Optional(Country),
      currency: Type.Optional(Currency),
      identity: Type.Optional(Labels),
      address: Type.Optional(Type.Object(AddressFieldsShape)),
      phone: Type.Optional(Type.String({ maxLength: 40 })),
    }),
    answer: Type.Object({ store: Uuid }),
    refusals: {
      ...roleStatus,
      ...draftStatus,
      ...nameStatus,
      text_is_too_long: 422,
      country_not_known: 422,
      ...currencyStatus,
      nobody_is_admitted_from_there: 409,
      field_is_not_asked: 422,
      field_is_wrong: 422,
      country_unknown: 422,
      address_wrong: 422,
      phone_is_wrong: 422,
    },
    deed: saveApplication,
  }),
  door({
    method: 'POST',
    path: '/stores/{store}/papers',
    says: 'An owner brings a paper: PDF, JPEG, PNG or WebP of at most 8 MiB. It is sealed before it is kept.',
    may: 'person',
    body: Type.Object({ kind: Type.String({ minLength: 1, maxLength: 60 }), content: Content }),
    answer: PaperShape,
    refusals: {
      paper_is_empty: 422,
      paper_is_too_large: 413,
      paper_is_of_no_known_kind: 422,
      ...roleStatus,
      ...draftStatus,
      paper_is_not_asked: 422,
      too_many_papers: 409,
      key_used_for_something_else: 409,
    },
    question: (ask: Asking, { store, kind, content }: { store: string; kind: string; content: string }) =>
      bringPaper(callOf(ask), { store, kind, bytes: bytesOf(content) }),
  }),
  door({
    method: 'GET',
    path: '/stores/{store}/papers/{paper}',
    says: 'A paper, opened, for its owners and for staff; that staff looked at it is noted.',
    may: 'person',
    answer: Type.Object({ type: Type.String(), content: Type.String() }),
    refusals: { paper_not_found: 404 },
    question: async (ask: Asking, input: { store: string; paper: string }) => {
      const shown = await showPaper(callOf(ask), input);
      return shown.ok
        ? { ok: true as const, value: { type: shown.value.type, content: shown.value.bytes.toString('base64') } }
        : shown;
    },
  }),
  door({
    method: 'DELETE',
    path: '/stores/{store}/papers/{paper}',
    says: 'An owner takes a paper back.',
    may: 'person',
    answer: Type.Object({ paper: Uuid }),
    refusals: { ...roleStatus, ...draftStatus, paper_not_found: 404 },
    deed: removePaper,
  }),
  door({
    method: 'POST',
    path: '/stores/{store}/application/submission',
    says: 'An owner hands the application in.',
    may: 'person',
    answer: StateShape,
    refusals: { ...roleStatus, ...draftStatus, nobody_is_admitted_from_there: 409, something_is_missing: 409 },
    deed: submitApplication,
  }),
  door({
    method: 'DELETE',
    path: '/stores/{store}/application/submission',
    says: 'An owner takes the application back before it is decided.',
    may: 'person',
    answer: StateShape,
    refusals: { ...roleStatus, application_is_not_being_reviewed: 409 },
    deed: withdrawApplication,
  }),
  door({
    method: 'POST',
    path: '/stores/{store}/application/reopening',
    says: 'After a refusal an owner begins again with what was given.',
    may: 'person',
    answer: StateShape,
    refusals: { ...roleStatus, application_was_not_refused: 409 },
    deed: reopenApplication,
  }),
];

export const payoutDoors = [
  door({
    method: 'GET',
    path: '/stores/{store}/payout-account',
    says: 'Where payouts go; of the account only the last four signs.',
    may: 'store',
    answer: Type.Object({ account: Maybe(PayoutAccountShape) }),
    question: payoutAccountPage,
  }),
  door({
    method: 'PUT',
    path: '/stores/{store}/payout-account',
    says: "Payouts go to this account from now on: an IBAN, or the bank's code and a number.",
    may: 'store',
    body: Type.Object({
      holder: Name,
      country: Country,
      currency: Currency,
      iban: Type.Optional(Type.String({ maxLength: 50 })),
      bank: Type.Optional(Type.String({ maxLength: 50 })),
      number: Type.Optional(Type.String({ maxLength: 50 })),
    }),
    answer: Type.Object({ last4: Type.String() }),
    refusals: {
      ...roleStatus,
      ...nameStatus,
      country_not_known: 422,
      ...currencyStatus,
      iban_is_needed: 422,
      iban_is_wrong: 422,
      bank_code_is_wrong: 422,
      account_number_is_wrong: 422,
    },
    deed: setPayoutAccount,
  }),
];
