/** What this department announces. */
import { fact } from '#platform/facts';

export const personSignedUp = fact<{ person: string }>('parties.person_signed_up');

/** Also announced when somebody signs up. `guest` is what their browser was known by before: its cart is theirs now. */
export const personSignedIn = fact<{ person: string; guest: string | null }>('parties.person_signed_in');

/** What they looked at may no longer be kept. */
export const footprintsForbidden = fact<{ person: string }>('parties.footprints_forbidden');

export const storeSubmitted = fact<{ store: string }>('parties.store_submitted');
export const storeAdmitted = fact<{ store: string }>('parties.store_admitted');
export const storeRefused = fact<{ store: string }>('parties.store_refused');
export const storeSuspended = fact<{ store: string }>('parties.store_suspended');
export const storeResumed = fact<{ store: string }>('parties.store_resumed');

/** The face of an open store changed: its name, what it says of itself, its sign. */
export const storeChanged = fact<{ store: string }>('parties.store_changed');

export const payoutAccountChanged = fact<{ store: string }>('parties.payout_account_changed');
