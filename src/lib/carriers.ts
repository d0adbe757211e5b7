/** Carriers in the reader's words: most are names, two say what they are. */
import { t } from '#lib/words/words.ts';

export function carrierText(code: string, name: string): string {
  if (code === 'post') return t('carrier.post');
  return code === 'other' ? t('carrier.other') : name;
}
