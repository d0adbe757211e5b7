/** The audit trail in words: what staff did, and where the thing is that they did it to. */
import { t } from '#lib/words/words.ts';

const deeds = [
  'store_admitted',
  'store_refused',
  'store_more_asked',
  'store_suspended',
  'store_resumed',
  'store_verified',
  'paper_seen',
  'product_listed',
  'product_refused',
  'product_suspended',
  'product_resumed',
  'change_of_product_allowed',
  'change_of_product_refused',
  'decision_taken_back',
  'order_cancelled',
  'order_refunded',
  'tracking_corrected',
  'refund_tried_again',
  'refunded_by_hand',
  'suspense_given_back',
  'provider_asked',
  'bank_asked_again',
  'bank_line_explained',
  'timer_set',
  'commission_set',
  'method_changed',
  'method_ended',
  'margin_set',
  'rates_imported',
  'rate_card_added',
  'category_renamed',
  'text_set',
  'text_taken_back',
  'identity_rule_set',
  'person_enrolled',
  'staff_appointed',
  'staff_dismissed',
  'webhook_tried_again',
  'reaction_tried_again',
  'job_tried_again',
  'question_hidden',
  'question_shown',
] as const;
type Deed = (typeof deeds)[number];

export function deedText(deed: string): string {
  const known = deeds.find((one): one is Deed => one === deed);
  return known ? t(`desk.deed.${known}`) : deed.replaceAll('_', ' ');
}

const kinds = [
  'store',
  'product',
  'order',
  'payment',
  'refund',
  'payout',
  'shipment',
  'person',
  'webhook',
  'job',
  'fact',
  'text',
] as const;

export interface Subject {
  /** In words; empty where the name says it. */
  kind: string;
  name: string;
  path: string | undefined;
}

const paths: Readonly<Record<string, string>> = {
  store: '/desk/stores/',
  product: '/desk/listings/',
  order: '/desk/orders/',
  payment: '/desk/payments/',
  text: '/desk/rules/texts/',
};
const sections: Readonly<Record<string, string>> = {
  person: '/desk/people',
  timer: '/desk/rules',
  category: '/desk/rules/commission',
  method: '/desk/rules/methods',
  margin: '/desk/rules/exchange',
  exchange: '/desk/rules/rates',
  line: '/desk/rules/lines',
  payout: '/desk/payouts',
  bank_line: '/desk/payouts/bank',
  job: '/desk/health',
  fact: '/desk/health',
  webhook: '/desk/health',
};

/** `store:<id>` and the like, as the audit trail keeps them. */
export function subjectOf(subject: string): Subject {
  const cut = subject.indexOf(':');
  const [what, name] = cut < 0 ? ['', subject] : [subject.slice(0, cut), subject.slice(cut + 1)];
  const kind = kinds.find((one) => one === what);
  const path = paths[what] ? `${paths[what]}${name}` : sections[what];
  return { kind: kind ? t(`desk.subject.${kind}`) : what.replaceAll('_', ' '), name, path };
}
