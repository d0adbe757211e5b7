/** Why a card was not charged; the words for it are on the page. */
export type Decline =
  | 'card_declined'
  | 'insufficient_funds'
  | 'expired_card'
  | 'incorrect_cvc'
  | 'not_a_test_card'
  | 'authentication_failed';

type Does = { does: 'pays' | 'challenges' | 'answers_never' } | { does: 'declines'; why: Decline };
export type TestCard = Does & { number: string; brand: string };

export const testCards: readonly TestCard[] = [
  { number: '4242424242424242', brand: 'visa', does: 'pays' },
  { number: '5555555555554444', brand: 'mastercard', does: 'pays' },
  { number: '378282246310005', brand: 'amex', does: 'pays' },
  { number: '4000002760003184', brand: 'visa', does: 'challenges' },
  { number: '4000000000000002', brand: 'visa', does: 'declines', why: 'card_declined' },
  { number: '4000000000009995', brand: 'visa', does: 'declines', why: 'insufficient_funds' },
  { number: '4000000000000069', brand: 'visa', does: 'declines', why: 'expired_card' },
  { number: '4000000000000127', brand: 'visa', does: 'declines', why: 'incorrect_cvc' },
  { number: '4000000000000341', brand: 'visa', does: 'answers_never' },
];

/** The code that the bank sends to the holder of the card that wants a 3-D Secure challenge. */
export const challengeCode = '123456';

export const digitsOf = (text: string): string => text.replace(/\D/g, '');

/** Any card that is not listed is refused: nobody should charge a real one here, and none is ever kept or logged. */
export function cardOf(number: string): TestCard | undefined {
  return testCards.find((card) => card.number === digitsOf(number));
}

/** Mod 10, doubling every second digit from the right (ISO/IEC 7812-1, annex B). */
export function luhnHolds(number: string): boolean {
  if (!/^\d{12,19}$/.test(number)) return false;
  const sum = [...number].reverse().reduce((total, sign, i) => {
    const digit = Number(sign) * (i % 2 === 0 ? 1 : 2);
    return total + (digit > 9 ? digit - 9 : digit);
  }, 0);
  return sum % 10 === 0;
}

export interface CardForm {
  number: string;
  expiry: string;
  cvc: string;
  holder: string;
  installments: string;
}
export type FieldProblem =
  | 'number_missing'
  | 'number_mistyped'
  | 'expiry_unreadable'
  | 'expiry_past'
  | 'cvc_length'
  | 'holder_missing'
  | 'installments_unknown';

/** What is wrong with a form, field by field; empty when nothing is. */
export function problemsOf(form: CardForm, most: number, now: Date): Partial<Record<keyof CardForm, FieldProblem>> {
  const number = digitsOf(form.number);
  const problems: Partial<Record<keyof CardForm, FieldProblem>> = {};
  if (!number) problems.number = 'number_missing';
  else if (!luhnHolds(number)) problems.number = 'number_mistyped';

  const [, month, year] = /^(0?[1-9]|1[0-2])\s*[/.-]?\s*(?:20)?(\d{2})$/.exec(form.expiry.trim()) ?? [];
  if (!month || !year) problems.expiry = 'expiry_unreadable';
  // A card is good to the last day of its month.
  else if (Date.UTC(2000 + Number(year), Number(month)) <= now.getTime()) problems.expiry = 'expiry_past';

  if (digitsOf(form.cvc).length !== (/^3[47]/.test(number) ? 4 : 3)) problems.cvc = 'cvc_length';
  if (!form.holder.trim()) problems.holder = 'holder_missing';
  if (!/^\d{1,2}$/.test(form.installments) || Number(form.installments) < 1 || Number(form.installments) > most) {
    problems.installments = 'installments_unknown';
  }
  return problems;
}
