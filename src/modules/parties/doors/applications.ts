/** Doors of a seller's application and of the account that payouts go to. */
import { Type } from 'typebox';
import { door } from '#platform/door';
import { Maybe, Uuid } from '#platform/shapes';
import type { Asking } from '#platform/work';
import { callOf } from '../people/call.ts';
import { applicationOf } from '../stores/application.ts';
import { bringPaper, removePaper, showPaper } from '../stores/papers.ts';
import { payoutAccountPage, setPayoutAccount } from '../stores/payout-account.ts';
import { saveApplication } from '../stores/save-application.ts';
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
  Slug,
  StoreStateShape,
} from './shapes.ts';
import { currencyStatus, nameStatus, roleStatus, slugStatus } from './status.ts';

const draftStatus = { application_is_not_a_draft: 409 } as const;
const StateShape = Type.Object({ state: StoreStateShape });
const Content = Type.String({ description: 'The bytes, base64.', maxLength: 11_500_000 });
const bytesOf = (content: string) => Buffer.from(content, 'base64');

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
      slug: Type.Optional(Slug),
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
      ...slugStatus,
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
