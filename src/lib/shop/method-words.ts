/** Ways to pay in the reader's words. */
import { locale, t } from '#lib/words/words.ts';

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

/** Which of the ways to pay ask for the payer's tax number; undefined where none does. */
export function taxIdHelp(methods: readonly { code: string; needs: readonly string[] }[]): string | undefined {
  const asking = methods.filter(({ needs }) => needs.includes('tax_id')).map(({ code }) => methodName(code));
  if (asking.length === 0) return undefined;
  return t('checkout.tax_id_help', { methods: new Intl.ListFormat(locale()).format(asking) });
}
