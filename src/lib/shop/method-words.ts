/** Ways to pay in the reader's words. */
import type { Money } from '#kernel/money';
import { locale, t } from '#lib/words/words.ts';

export function methodName(code: string): string {
  if (code === 'card') return t('method.card');
  if (code === 'pix') return t('method.pix');
  return code === 'boleto' ? t('method.boleto') : code;
}

/** What happens next; `window` is for how many minutes it can be paid, `dearer` whether another way costs less. */
export function methodHelp(code: string, window: number, dearer: boolean): string {
  if (code === 'card') return t('checkout.card_help');
  if (code === 'pix') return t('checkout.pix_help', { minutes: window });
  if (code !== 'boleto') return '';
  const help = t('checkout.boleto_help', { days: Math.round(window / 1440) });
  return dearer ? `${help} ${t('checkout.boleto_dearer')}` : help;
}

/** Whether another of the ways costs less: some hold the rate for days. */
export function isDearer(totals: ReadonlyMap<string, Money>, code: string): boolean {
  const total = totals.get(code);
  return total !== undefined && [...totals.values()].some(({ minor }) => minor < total.minor);
}

/** Where money that goes back arrives, by the way it was paid. */
export function backBy(code: string | undefined, amount: string): string {
  if (code === 'card') return t('order.back_card', { amount });
  if (code === 'pix') return t('order.back_pix', { amount });
  return code === 'boleto' ? t('order.back_boleto', { amount }) : t('order.back_same', { amount });
}

/** Which of the ways to pay ask for the payer's tax number; undefined where none does. */
export function taxIdHelp(methods: readonly { code: string; needs: readonly string[] }[]): string | undefined {
  const asking = methods.filter(({ needs }) => needs.includes('tax_id')).map(({ code }) => methodName(code));
  if (asking.length === 0) return undefined;
  return t('checkout.tax_id_help', { methods: new Intl.ListFormat(locale()).format(asking) });
}
