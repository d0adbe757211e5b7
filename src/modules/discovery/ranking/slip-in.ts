/**
 * The slip of the finger in a question, if there is one. Weighed as a noisy channel (Kernighan, Church and Gale 1990): how
 * likely the slip is, times how well the word it would have been goes with the others, by the documents that have both.
 */
import type { Word } from '../words/words.ts';
import { halvesOf } from './halves.ts';
import type { Lexicon } from './plan.ts';

export interface Slip {
  /** Which of the words. */
  readonly at: number;
  /** What it may have been, the likeliest first; how likely each is beside that one. */
  readonly meant: readonly { readonly stem: string; readonly written: string; readonly likely: number }[];
}

interface Guess {
  at: number;
  stem: string;
  written: string;
  worth: number;
}

/** So many candidates for a word are compared with the others. */
const mostCandidates = 24;
const mostMeant = 3;
/** Words that so many documents have as they are were meant so. */
const known = 25;
/** How much rarer slips are than words that are typed as they were meant, as a logarithm. */
const seldom = 2;
/** The same for a slip in another form of the word, and for a word that no text has beside the others. */
const otherForm = 4;
const alone = 6;
const unwrittenCosts = 20;
/** Of a longer ending that was cut, the stem may be another word's. */
const usualEnding = 2;
/** Who asks names things: words for things themselves are so much likelier than words that stand somewhere. */
const namesThings = 4;
/** Words that stand side by side say more than words that stand in one text. */
const besideCounts = 8;

export function slipIn(all: readonly Word[], lexicon: Lexicon): Slip | undefined {
  // A word that is known from elsewhere alone, as a brand may be, is as it was meant; nothing can be compared with it.
  const own = all.flatMap(({ stem, folded }, n) =>
    lexicon.frequency(stem) > 0 || !lexicon.isWritten(folded) ? [n] : [],
  );
  const words = own.map((n) => all[n]!);
  const stems = words.map(({ stem }) => stem);
  const asTyped = words.reduce((sum, word) => sum / doubtOf(word, lexicon), company(stems, lexicon));
  if (stems.length === 0 || asTyped >= known) return undefined;
  const guesses = words.flatMap((word, at) => guessesAt(at, word, stems, lexicon));
  const least = asTyped > 0 ? Math.log(asTyped) : -Infinity;
  const right = guesses
    .filter(({ worth }) => worth > least)
    .sort((a, b) => b.worth - a.worth || (a.written < b.written ? -1 : 1));
  const [best] = right;
  if (!best) return undefined;
  const stand = new Map<string, Guess>();
  for (const guess of right) if (guess.at === best.at && !stand.has(guess.stem)) stand.set(guess.stem, guess);
  const meant = [...stand.values()].slice(0, mostMeant).map(({ stem, written, worth }) => ({
    stem,
    written,
    likely: Math.round(100 * Math.exp((worth - best.worth) / 4)) / 100,
  }));
  return { at: own[best.at]!, meant };
}

/** How many times less is known of a question for a word of it that nobody writes so, though its stem is known. */
function doubtOf({ folded, stem }: Word, lexicon: Lexicon): number {
  if (lexicon.isWritten(folded)) return 1;
  // Written apart or with a sign between, it is as it was meant.
  if (secondHalf(stem, lexicon) !== undefined) return 1;
  return folded.length - stem.length > usualEnding ? unwrittenCosts ** 2 : unwrittenCosts;
}

function guessesAt(at: number, word: Word, stems: readonly string[], lexicon: Lexicon): Guess[] {
  const typed = [...new Set([word.stem, word.folded])];
  const near = new Map(typed.flatMap((one) => lexicon.near(one)).map((one) => [one.written, one]));
  return [...near.values()]
    .map(({ stem, written, often: there, named }) => {
      const often = there + namesThings * Math.min(there, named);
      // A slip and another form of the word besides: rarer, but it happens.
      const cost = Math.min(costOf(word.folded, written), costOf(word.stem, stem) + otherForm) + seldom;
      return { at, stem, written, cost, often };
    })
    .filter(({ stem, often }) => often > 0 && !stems.includes(stem))
    .sort((a, b) => Math.log(b.often) - b.cost - (Math.log(a.often) - a.cost) || (a.written < b.written ? -1 : 1))
    .slice(0, mostCandidates)
    .map(({ stem, written, cost, often }) => {
      // A stem may be that of a far more frequent word.
      const documents = (company(stems.with(at, stem), lexicon) * often) / lexicon.frequency(stem);
      if (documents > 0) return { at, stem, written, worth: Math.log(documents) - cost };
      // No text has it beside the others; still it is a word, and what was typed is none.
      return { at, stem, written, worth: lexicon.isWritten(word.folded) ? -Infinity : Math.log(often) - cost - alone };
    });
}

/** In how many documents the words stand, each with the next: of the rarest pair. What is written apart there is known by its second half. */
function company(typed: readonly string[], lexicon: Lexicon): number {
  const stems = typed.length === 1 ? typed : typed.map((stem) => secondHalf(stem, lexicon) ?? stem);
  if (stems.length === 1)
    return (
      lexicon.frequency(stems[0]!) +
      halvesOf(stems[0]!, lexicon).reduce((sum, [one, other]) => sum + lexicon.together(one!, other!).beside, 0)
    );
  let least = Infinity;
  for (let n = 0; n + 1 < stems.length && least > 0; n++) {
    const { both, beside } = lexicon.together(stems[n]!, stems[n + 1]!);
    least = Math.min(least, both / 4 + besideCounts * (beside + lexicon.frequency(stems[n]! + stems[n + 1]!)));
  }
  return least;
}

function secondHalf(stem: string, lexicon: Lexicon): string | undefined {
  if (lexicon.frequency(stem) > 0) return undefined;
  return halvesOf(stem, lexicon).find(([one, other]) => lexicon.together(one!, other!).beside > 0)?.[1];
}

const rows = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю'];

function areNeighbours(a: string, b: string): boolean {
  return rows.some((row, n) => {
    const at = row.indexOf(a);
    if (at < 0) return false;
    const beside = row.indexOf(b);
    if (beside >= 0) return Math.abs(at - beside) === 1;
    return [rows[n - 1], rows[n + 1]].some(
      (other) => other !== undefined && other.includes(b) && Math.abs(other.indexOf(b) - at) <= 1,
    );
  });
}

/** How unlikely the slip is, as a logarithm; without end for what is more than one. */
function costOf(typed: string, meant: string): number {
  const first = typed[0] === meant[0] ? 0 : 0.7;
  let from = 0;
  while (from < typed.length && from < meant.length && typed[from] === meant[from]) from++;
  if (typed.length === meant.length) {
    if (
      typed[from] === meant[from + 1] &&
      typed[from + 1] === meant[from] &&
      typed.slice(from + 2) === meant.slice(from + 2)
    )
      return 0.3;
    if (typed.slice(from + 1) !== meant.slice(from + 1)) return Infinity;
    return (areNeighbours(typed[from] ?? '', meant[from] ?? '') ? 1.5 : 3) + first;
  }
  const [longer, shorter] = typed.length > meant.length ? [typed, meant] : [meant, typed];
  if (longer.slice(from + 1) !== shorter.slice(from)) return Infinity;
  return (longer[from] === longer[from - 1] ? 1 : 2) + first;
}
