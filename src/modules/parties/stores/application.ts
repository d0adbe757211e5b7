/** The application of a store, with all that belongs to it, on one page: for its owner and for the desk. */
import type { Address } from '#kernel/place';
import { isStaff } from '#platform/actor';
import { sql } from '#platform/sql';
import type { Asking } from '#platform/work';
import { decisionsOn } from '../desk/decide.ts';
import type { DecisionView } from '../desk/decide.ts';
import { peopleOf } from '../people/person.ts';
import { readDossier } from './dossier.ts';
import { identityAsked } from './identity-rules.ts';
import type { IdentityRule } from './identity-rules.ts';
import { maySee } from './lock.ts';
import { papersOf } from './papers.ts';
import type { PaperView } from './papers.ts';
import { payoutAccountShown } from './payout-account.ts';
import type { PayoutAccountView } from './payout-account.ts';
import type { SellerKind, StoreState } from './store.ts';
import { missingFrom } from './submit-application.ts';

export interface ApplicationView {
  store: string;
  slug: string;
  name: string;
  about: string;
  state: StoreState;
  kind: SellerKind;
  country: string;
  currency: string;
  createdAt: Date;
  submittedAt: Date | null;
  openedAt: Date | null;
  verifiedAt: Date | null;
  verifyAgainAt: Date | null;
  /** What is asked of this kind of seller there today; null where nobody is admitted from. */
  asked: IdentityRule | null;
  identity: Readonly<Record<string, string>>;
  address: Address | null;
  phone: string;
  papers: PaperView[];
  payoutAccount: PayoutAccountView | null;
  /** What must still be given before it can be submitted. */
  missing: string[];
  decisions: DecisionView[];
  /** For the desk only. */
  desk: {
    owners: { person: string; name: string; email: string; emailConfirmed: boolean; since: Date }[];
    sameSeller: SameSeller[];
  } | null;
}

export interface SameSeller {
  store: string;
  name: string;
  state: StoreState;
}

interface StoreRow {
  id: string;
  slug: string;
  name: string;
  about: string;
  state: StoreState;
  kind: SellerKind;
  country: string;
  currency: string;
  created_at: Date;
  submitted_at: Date | null;
  opened_at: Date | null;
  verified_at: Date | null;
  verify_again_at: Date | null;
}

/** Undefined for everybody but the store's owners and staff for admissions. */
export async function applicationOf(ask: Asking, { store }: { store: string }): Promise<ApplicationView | undefined> {
  if (!(await maySee(ask, store))) return undefined;
  const row = await ask.one<StoreRow>(sql`
    select id, slug, name, about, state, kind, country, currency, created_at, submitted_at, opened_at, verified_at, verify_again_at
      from parties.stores
     where id = ${store}`);
  if (!row) return undefined;
  const [asked, dossier, papers, payoutAccount, decisions] = await Promise.all([
    identityAsked(ask, row),
    readDossier(ask, store),
    papersOf(ask, store),
    payoutAccountShown(ask, store),
    decisionsOn(ask, store),
  ]);
  const { id, created_at, submitted_at, opened_at, verified_at, verify_again_at, ...face } = row;
  return {
    store: id,
    ...face,
    createdAt: created_at,
    submittedAt: submitted_at,
    openedAt: opened_at,
    verifiedAt: verified_at,
    verifyAgainAt: verify_again_at,
    asked: asked ?? null,
    ...dossier,
    papers,
    payoutAccount: payoutAccount ?? null,
    missing: asked ? await missingFrom(ask, row, asked) : [],
    decisions,
    desk: isStaff(ask.by, 'admission') ? await forDesk(ask, store) : null,
  };
}

async function forDesk(ask: Asking, store: string): Promise<NonNullable<ApplicationView['desk']>> {
  const owners = await ask.many<{ person: string }>(sql`
    select person from parties.members where store = ${store} and 'owner' = any(roles) order by since, person`);
  const [people, sameSeller] = await Promise.all([
    peopleOf(ask, { people: owners.map((one) => one.person) }),
    ask.many<SameSeller>(sql`
      select s.id as store, s.name, s.state
        from parties.dossiers mine
        join parties.dossiers d on d.mark = mine.mark and d.store <> mine.store
        join parties.stores s on s.id = d.store
       where mine.store = ${store}
       order by s.id
       limit 20`),
  ]);
  return {
    owners: people.map(({ person, name, email, emailConfirmed, since }) => ({
      person,
      name,
      email,
      emailConfirmed,
      since,
    })),
    sameSeller,
  };
}
