export { slugsOfOpenStores } from './stores/open-stores.ts';
/** The face of the department of people, stores and staff. */
import type { Module } from '#platform/house';
import { doors } from './doors.ts';
import { heldOnPerson, makeCopy } from './people/copy.ts';
import { forgetPerson, leaveNow } from './people/leave.ts';
import { letterTexts, letterToPerson } from './people/letters.ts';
import { letterToConfirm } from './people/link-letters.ts';
import { resetLetter } from './people/reset-password.ts';
import { seed } from './seed.ts';
import { invitationLetter } from './stores/invite-staff.ts';
import { storeLife } from './stores/store.ts';
import { tidyUp } from './tidy-up.ts';

export const parties: Module = {
  name: 'parties',
  migrations: new URL('./migrations/', import.meta.url),
  doors,
  letters: letterTexts,
  jobs: [letterToPerson, letterToConfirm, resetLetter, invitationLetter, makeCopy, leaveNow],
  personal: { held: heldOnPerson, forget: forgetPerson },
  periodic: [tidyUp],
  lives: [{ table: 'parties.stores', life: storeLife }],
  seed,
};

export * from './facts.ts';

export { actorOfKey, actorOfSession, sessionOf, waitsForSecondStep } from './people/actor.ts';
export { whoAsks } from './people/who-asks.ts';
export { callOf } from './people/call.ts';
export type { Call, From } from './people/call.ts';

export { signUp } from './people/sign-up.ts';
export type { SignUp, SignUpRefusal } from './people/sign-up.ts';
export { signIn } from './people/sign-in.ts';
export type { SignedIn, SignInRefusal } from './people/sign-in.ts';
export { signInWithCode } from './people/sign-in-with-code.ts';
export type { CodeNeeded, SignInWithCodeRefusal } from './people/sign-in-with-code.ts';
export { addPasskey, beginPasskey } from './people/add-passkey.ts';
export { passkeysOf, removePasskey, renamePasskey, restorePasskey } from './people/passkeys.ts';
export type { PasskeyView } from './people/passkeys.ts';
export { askPasskey, showPasskey, signInWithPasskey } from './people/sign-in-with-passkey.ts';
export { secondStepOf } from './people/second-step.ts';
export type { SecondStepView } from './people/second-step.ts';
export {
  beginSecondStep,
  confirmSecondStep,
  endSecondStep,
  giveSecondStep,
  newRecoveryCodes,
  secondStepToSet,
} from './people/set-second-step.ts';
export { endOtherSessions, endSession, sessionsOfPerson, signInAs, signOut } from './people/sessions.ts';
export type { SessionView } from './people/sessions.ts';
export { askConfirmation, confirmEmail } from './people/confirm-email.ts';
export { askReset, resetPassword } from './people/reset-password.ts';
export { askCopy, copiesOf, copyOf } from './people/copy.ts';
export type { CopyView } from './people/copy.ts';
export { allowFootprints, footprintsOf, whoAllowsFootprints } from './people/footprints.ts';
export { askToLeave, leavingOf, stayAfterAll } from './people/leave.ts';
export { linkAt } from './people/link-at.ts';
export type { LinkView } from './people/link-at.ts';
export { changeEmail, changePassword } from './people/change-password.ts';
export { hashPassword } from './people/password.ts';
export { enrol } from './people/enrol.ts';
export { editPerson, me, peopleOf, personOf } from './people/person.ts';
export type { AboutPerson, Me, PersonView } from './people/person.ts';
export { pageFor } from './people/letters.ts';
export {
  addAddress,
  addressesOfPerson,
  checkTypedAddress,
  editAddress,
  keepAddress,
  removeAddress,
} from './people/addresses.ts';
export type { AddressView, TypedAddress } from './people/addresses.ts';
export { putAddressFirst } from './people/put-address-first.ts';
export { checkPhone } from './phone.ts';

export { sellerKinds, storeAt, storeLife, storesOf } from './stores/store.ts';
export type { SellerKind, ShownIdentity, StoreState, StoreView } from './stores/store.ts';
export { openStore } from './stores/open-store.ts';
export { saveApplication } from './stores/save-application.ts';
export type { ApplicationStep } from './stores/save-application.ts';
export { bringPaper, papersOf, removePaper, showPaper } from './stores/papers.ts';
export type { PaperView } from './stores/papers.ts';
export { reopenApplication, submitApplication, withdrawApplication } from './stores/submit-application.ts';
export { applicationOf } from './stores/application.ts';
export type { ApplicationView } from './stores/application.ts';
export { identityAsked, inLanguage } from './stores/identity-rules.ts';
export type { AskedField, AskedPaper, IdentityRule } from './stores/identity-rules.ts';
export { addressOfStore } from './stores/dossier.ts';
export { readersOfStore } from './stores/readers.ts';
export { bringLogo, editStore } from './stores/edit-store.ts';
export { enrolStore } from './stores/enrol-store.ts';
export { accountForm } from './stores/account-forms.ts';
export type { BankAccount } from './stores/account-forms.ts';
export { payoutAccountOf, payoutAccountPage, setPayoutAccount } from './stores/payout-account.ts';
export type { PayoutAccount, PayoutAccountView } from './stores/payout-account.ts';
export { changeMember, removeMember, staffOfStore, storeRoles } from './stores/members.ts';
export type { InvitationView, MemberView } from './stores/members.ts';
export { acceptInvitation, invitationAt, inviteStaff, withdrawInvitation } from './stores/invite-staff.ts';
export { keyRoles, keysOfStore, makeKey, revokeKey } from './stores/keys.ts';
export type { KeyView } from './stores/keys.ts';

export { admitStore } from './desk/admit-store.ts';
export { askForMore, refuseStore } from './desk/refuse-store.ts';
export { resumeStore, suspendStore, verifyStore } from './desk/suspend-store.ts';
export { decisionsOn } from './desk/decide.ts';
export type { DecisionView } from './desk/decide.ts';
export { aroundInAdmission, storesByState, storesForDesk } from './desk/queue.ts';
export type { StoreInQueue, StoreQueue } from './desk/queue.ts';
export { auditTrail } from './desk/audit-of.ts';
export type { AuditLine, AuditPage } from './desk/audit-of.ts';
export { appointStaff, dismissStaff, staffOfPlatform, staffRoles } from './desk/staff.ts';
export type { StaffView } from './desk/staff.ts';
export { sellersAsked } from './desk/identity-preview.ts';
export { identityRules, setIdentityRule } from './desk/identity-rules.ts';
