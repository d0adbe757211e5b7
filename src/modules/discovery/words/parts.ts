/**
 * Which part each word plays in what a product is called. A `laptop case for 15 inch notebooks` is a case: its head is
 * `case`, `laptop` says which, and what follows `for` is another thing. Read from order and marks alone, without a
 * dictionary of goods.
 */
import type { Word } from './words.ts';

/** Nothing known; the thing itself; perhaps so; another thing that it goes with. */
export const part = { plain: 0, head: 1, half: 2, beside: 3 } as const;
export type Part = (typeof part)[keyof typeof part];

/** After these another thing is named: what it fits, holds, replaces. */
const beside = wordSet(
  'for with w to on from compatible fits replaces suitable para com con pour avec per fur mit voor met dla do z для с к لـ ل مع עבור עם dengan untuk cho voi 用 适用 的 icin ile',
);
/** After these it goes on with what it is made of or contains; the thing was named before. */
const joining = wordSet('in of by and via incl including plus de da do di du des del en et y e und og i и из من en');

/** These say nothing of their own: a `notebook PC` is a notebook. */
const generic = wordSet(
  'pc computer device machine unit computador dispositivo maquina ordenador equipo ordinateur appareil gerat rechner apparaat компьютер устройство аппарат urzadzenie cihaz 电脑 機',
);

/** The thing is named first, and what kind it is afterwards. */
const headFirst = new Set(['pt', 'es', 'fr', 'it', 'ar', 'he', 'id', 'vi', 'th']);

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

/** One for each word. */
export function partsOf(words: readonly Word[], locale: string): Part[] {
  const first = headFirst.has(locale.slice(0, 2));
  let away = false;
  let begins = true;
  return words.map((word, n) => {
    const parted = n > 0 && isParting(word.gap);
    if (parted) [away, begins] = [false, true];
    if (beside.has(word.folded)) {
      away = true;
      return part.plain;
    }
    if (away) return part.beside;
    const next = words[n + 1];
    const before = first && begins;
    if (/\p{L}/u.test(word.written)) begins = false;
    if (before || !next || isParting(next.gap) || /^\d/.test(next.written)) return part.head;
    if (beside.has(next.folded) || joining.has(next.folded)) return part.head;
    if (generic.has(next.folded)) return part.head;
    if (/[/&+]/.test(next.gap)) return part.half;
    // `mouse USB Type-A`: a name begins where the description ends.
    if (/^\p{Ll}/u.test(word.written) && /^\p{Lu}/u.test(next.written)) return part.head;
    return part.plain;
  });
}

function isParting(gap: string): boolean {
  return /[,;:()–—|"”、，（）]/.test(gap) || / - |- | -/.test(gap);
}
