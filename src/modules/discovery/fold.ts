/** How words are made comparable: what people type and what sellers write go through the same hands. */

/** The stemmer of PostgreSQL for a language; languages without one are compared as they are written. */
export function stemmerOf(locale: string): string {
  return stemmers[locale.slice(0, 2)] ?? 'simple';
}

const stemmers: Readonly<Record<string, string>> = {
  en: 'english',
  pt: 'portuguese',
  es: 'spanish',
  fr: 'french',
  de: 'german',
  it: 'italian',
  nl: 'dutch',
  ru: 'russian',
  tr: 'turkish',
  ar: 'arabic',
};

/** Small letters without accents: `Aço Inoxidável` is `aco inoxidavel`. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae');
}

/** The words of a text, folded. What is written with a hyphen, a point or a slash stands as its parts and as one: `TK-1120` is also `tk1120`. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const run of folded(text).split(/[^\p{L}\p{N}.\-/_]+/u)) {
    const parts = run.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
    words.push(...parts);
    if (parts.length > 1 && parts.length < 5) words.push(parts.join(''));
  }
  return words;
}

/** The words of what somebody typed, each once, at most so many: more say nothing. */
export function askedWords(text: string, most = 12): string[] {
  const words = folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  return [...new Set(words)].slice(0, most);
}
