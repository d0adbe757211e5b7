import { cardOf, challengeCode, digitsOf, type Decline } from './cards.ts';
import type { Payment } from './payment.ts';
import type { Payments } from './payments.ts';

/** What came of one try with a card. `over`: the payment was decided before, the buyer only needs the way back. */
export type Charged = 'paid' | 'challenge' | 'unheard' | 'over' | { declined: Decline; failed: boolean };

const declineWords: Record<Decline, string> = {
  card_declined: 'The bank that issued the card declined it.',
  insufficient_funds: 'There is not enough money on the card.',
  expired_card: 'The card has expired.',
  incorrect_cvc: 'The security code is not right.',
  not_a_test_card: 'This sandbox takes test cards only.',
  authentication_failed: 'The holder of the card did not confirm with the right code.',
};

/** One press of the button. Pressed twice, or in two windows: the first decides. */
export function charge(payments: Payments, payment: Payment, number: string, installments: number): Charged {
  if (payment.status !== 'pending' || payment.inner.unheardUntil) return 'over';
  const card = cardOf(number);
  if (!card) return decline(payments, payment, 'not_a_test_card');
  if (card.does === 'declines') return decline(payments, payment, card.why);

  const used = { brand: card.brand, last4: card.number.slice(-4), installments };
  if (card.does === 'challenges') {
    payment.inner.challenge = used;
    payments.keep(payment);
    return 'challenge';
  }
  if (card.does === 'answers_never') {
    payments.payUnheard(payment.id, used);
    return 'unheard';
  }
  payments.pay(payment.id, { card: used });
  return 'paid';
}

/** The holder types the code that the bank sent. A wrong one spends the try; the card has to be entered again. */
export function answerChallenge(payments: Payments, payment: Payment, code: string): Charged {
  const { challenge, unheardUntil } = payment.inner;
  if (payment.status !== 'pending' || unheardUntil || !challenge) return 'over';
  delete payment.inner.challenge;
  if (digitsOf(code) !== challengeCode) return decline(payments, payment, 'authentication_failed');
  payments.pay(payment.id, { card: challenge });
  return 'paid';
}

function decline(payments: Payments, payment: Payment, declined: Decline): Charged {
  payment.inner.attemptsLeft--;
  payments.keep(payment);
  if (payment.inner.attemptsLeft > 0) return { declined, failed: false };
  payments.fail(payment.id, { code: declined, message: declineWords[declined] });
  return { declined, failed: true };
}

/** As a buyer would with that card and nobody to ask: the challenge answered rightly, a decline is the end. */
export function chargeAtOnce(payments: Payments, payment: Payment, number: string, installments = 1): Payment {
  // Says paid again, or why it cannot be any more.
  if (payment.status !== 'pending') return payments.pay(payment.id);
  payment.inner.attemptsLeft = 1;
  if (charge(payments, payment, number, installments) === 'challenge')
    answerChallenge(payments, payment, challengeCode);
  return payment;
}
