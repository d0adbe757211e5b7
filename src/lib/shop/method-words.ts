/** Ways to pay in the reader's words. */
import { t } from '#lib/words/words.ts';

export function methodName(code: string): string {
  if (code === 'card') return t('method.card');
  if (code === 'pix') return t('method.pix');
  return code === 'boleto' ? t('method.boleto') : code;
}

/** What happens next; `window` is for how many minutes it can be paid. */
export function methodHelp(code: string, window: number): string {
  if (code === 'card') return t('checkout.card_help');
  if (code === 'pix') return t('checkout.pix_help', { minutes: window });
  return code === 'boleto' ? t('checkout.boleto_help', { days: Math.round(window / 1440) }) : '';
}
