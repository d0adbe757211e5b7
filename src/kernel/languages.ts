/**
 * The languages that the house speaks, each as its tag (BCP 47). One is named here once it says everything: its folder in
 * messages/ and in the help, its file beside the letters, the papers and the names of categories (tools/words.test.ts looks).
 */
export const languages = [
  'en',
  'ru',
  'pt-BR',
  'es',
  'fr',
  'de',
  'it',
  'nl',
  'pl',
  'tr',
  'ar',
  'he',
  'ja',
  'ko',
  'th',
  'vi',
  'id',
  'zh-CN',
] as const;
export type Language = (typeof languages)[number];

/** What others read who find no words in their own language. */
export const firstLanguage: Language = 'en';

export function isLanguage(text: unknown): text is Language {
  return languages.includes(text as Language);
}

/** Their own language, or one of the same tongue; undefined for one that nobody here writes. */
export function languageNear(tag: string): Language | undefined {
  const wanted = tag.toLowerCase();
  const tongue = tongueOf(wanted);
  return (
    languages.find((one) => one.toLowerCase() === wanted) ??
    languages.find((one) => tongueOf(one.toLowerCase()) === tongue)
  );
}

/** Browsers of long ago still say `iw` for Hebrew and `in` for Indonesian. */
const formerly: Readonly<Record<string, string>> = { iw: 'he', in: 'id' };

function tongueOf(tag: string): string {
  const [tongue = ''] = tag.split('-');
  return formerly[tongue] ?? tongue;
}

export const isRightToLeft = (tag: string): boolean => /^(ar|fa|he|iw|ur)\b/.test(tag);
export const directionOf = (tag: string): 'ltr' | 'rtl' => (isRightToLeft(tag) ? 'rtl' : 'ltr');
