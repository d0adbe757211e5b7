/** The status of refusals that several doors share. */
export const keyStatus = { key_used_for_something_else: 409 } as const;
export const slugStatus = { store_address_is_wrong: 422, store_address_is_taken: 409 } as const;
export const nameStatus = { name_is_missing: 422, name_is_too_long: 422 } as const;
export const currencyStatus = { currency_not_known: 422, currency_withdrawn: 422 } as const;
export const aboutStatus = {
  ...nameStatus,
  language_is_not_readable: 422,
  country_not_known: 422,
  ...currencyStatus,
} as const;
export const passwordStatus = {
  password_is_too_short: 422,
  password_is_too_long: 422,
  password_is_easily_guessed: 422,
} as const;
export const addressStatus = { country_unknown: 422, address_wrong: 422, phone_is_wrong: 422 } as const;
export const roleStatus = { store_not_found: 404, only_its_people_may: 403 } as const;
export const rolesStatus = { roles_are_missing: 422, role_is_not_known: 422 } as const;
export const reasonStatus = { reason_is_missing: 422, text_is_too_long: 422 } as const;
/** Of deeds that ask for the password once more, and for a code of whoever has a second step. */
export const proofStatus = {
  person_not_found: 404,
  too_many_tries: 429,
  password_is_wrong: 403,
  code_is_needed: 403,
  code_is_wrong: 403,
} as const;
