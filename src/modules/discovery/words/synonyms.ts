/** Other names for the same goods, by language: `rules/synonyms.json`. */
import { readFileSync } from 'node:fs';
import { wordsOf } from './words.ts';

type Groups = Readonly<Record<string, readonly (readonly string[])[]>>;

const written = JSON.parse(readFileSync(new URL('../rules/synonyms.json', import.meta.url), 'utf8')) as Groups;
const known = new Map<string, ReadonlyMap<string, readonly (readonly string[])[]>>();

/** The other names of what these words say; the words as they are found. */
export function synonymsOf(stems: readonly string[], locale: string): readonly (readonly string[])[] {
  const language = locale.slice(0, 2);
  let names = known.get(language);
  if (!names) known.set(language, (names = namesIn(language)));
  return names.get(stems.join(' ')) ?? [];
}

function namesIn(language: string): Map<string, string[][]> {
  const names = new Map<string, string[][]>();
  for (const group of written[language] ?? []) {
    const all = group.map((name) => wordsOf(name, language).map(({ stem }) => stem));
    for (const one of all) {
      const others = all.filter((other) => other.join(' ') !== one.join(' '));
      names.set(one.join(' '), [...(names.get(one.join(' ')) ?? []), ...others]);
    }
  }
  return names;
}
