/** Messages from outside in words: who sends them, and why one is not believed. */
import { t } from '#lib/words/words.ts';

const sources = ['payments', 'bank', 'carrier'] as const;

export function sourceText(source: string): string {
  const known = sources.find((one) => one === source);
  return known ? t(`desk.webhook.source.${known}`) : source;
}

/** As `webhookProblem` says it, and which word it has. */
const reasons = {
  'a header is missing': 'header',
  'the timestamp is not a number': 'timestamp',
  'the timestamp is more than five minutes off': 'late',
  'the signature is wrong': 'signature',
} as const;

export function unbelievedText(why: string): string {
  const known = Object.entries(reasons).find(([said]) => said === why);
  return known ? t(`desk.webhook.unbelieved.${known[1]}`) : why;
}
