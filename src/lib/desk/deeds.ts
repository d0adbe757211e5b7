/** The audit trail in words: what staff did, and where the thing is that they did it to. */
import { t } from '#lib/words/words.ts';
import { methodText } from './payment-words.ts';

export const deeds = [
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
  'question',
  'timer',
  'category',
  'method',
  'margin',
  'exchange',
  'line',
  'bank_line',
  'identity_rule',
] as const;

export interface Subject {
  kind: string;
  /** As the trail keeps it: most often an id. */
  id: string;
  /** As people call it, where they do. */
  name: string | undefined;
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
  method: '/desk/rules/methods',
  margin: '/desk/rules/exchange',
  exchange: '/desk/rules/rates',
  line: '/desk/rules/lines',
  payout: '/desk/payouts',
  bank_line: '/desk/payouts/bank',
  identity_rule: '/desk/rules/sellers',
  job: '/desk/health',
  fact: '/desk/health',
  webhook: '/desk/health',
};

/** `store:<id>` and the like, as the audit trail keeps them; `called` is what the house calls it, where it has a name. */
export function subjectOf(subject: string, called?: string): Subject {
  const cut = subject.indexOf(':');
  const [what, id] = cut < 0 ? ['', subject] : [subject.slice(0, cut), subject.slice(cut + 1)];
  const kind = kinds.find((one) => one === what);
  return {
    kind: kind ? t(`desk.subject.${kind}`) : what.replaceAll('_', ' '),
    id,
    name: called ?? ownName(what, id),
    path: pathOf(what, id),
  };
}

function pathOf(what: string, id: string): string | undefined {
  // What was done for every category is their commission; a category's attribute stands on its page.
  if (what === 'category') return id === '*' ? '/desk/rules/commission' : `/desk/rules/categories/${id.split('/')[0]}`;
  return paths[what] ? `${paths[what]}${id}` : sections[what];
}

const timers = ['dispatch', 'acceptance', 'acceptance_without_scan'] as const;

/** What has its name in the words of the desk. */
function ownName(what: string, id: string): string | undefined {
  if (what === 'method') return methodText(id);
  if (what === 'category' && id === '*') return t('desk.commission.all_categories');
  const timer = what === 'timer' ? timers.find((one) => one === id) : undefined;
  return timer && t(`desk.timer.${timer}`);
}
