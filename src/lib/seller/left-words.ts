/** Why a product was left as it is, in words: a refusal of the deed, or a problem of the listing. */
import type { Key } from '#lib/words/keys.ts';

export function leftWords(came: string, t: App.Locals['t'], isKey: (key: string) => key is Key): string {
  const own = `goods.left.${came}`;
  if (isKey(own)) return t(`goods.left.${came}` as Key);
  const problem = `seller.problem.${came}`;
  return isKey(problem) ? t(`seller.problem.${came}` as Key, { most: 0, least: 0 }) : t('goods.left.other');
}
