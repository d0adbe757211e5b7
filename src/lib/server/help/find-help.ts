/** Finds the parts of the help that answer somebody's words, in their language. */
import type { Locale } from '../../words/locales.ts';
import { helpIn, piecesOf, topics } from './help.ts';
import type { Topic } from './help.ts';

export interface Found {
  topic: Topic;
  /** Of the article. */
  title: string;
  heading: string;
  /** Which part of the article it is; its address ends with `#part-<n>`. */
  part: number;
  /** The sentence that answers, without its links. */
  says: string;
}

const most = 8;

/** As people type: without accents and signs, in small letters. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[\u0623\u0625\u0622]/g, '\u0627');

/** Japanese says what it is about in the other two scripts; this one bends and joins. */
const bends = /\p{Script=Hiragana}/u;
const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/**
 * Longer words are looked for by how they begin, because most languages here change their ends: returned,
 * devoluções, возврата. Chinese, Japanese and Thai are written without spaces, so their words are pairs of signs.
 */
function wordsOf(text: string): string[] {
  const words = plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.slice(0, 12).flatMap((word) => {
    if (spaceless.test(word)) return word.length < 3 ? [word] : tellingPairs(word);
    // Arabic and Hebrew join their article to the word.
    const bare = word.replace(/^(?:\u0627\u0644|\u05d4)(?=.{3})/u, '');
    return bare.length < 3
      ? []
      : [bare.slice(0, bare.length - (bare.length > 7 ? 3 : bare.length > 5 ? 2 : bare.length > 4 ? 1 : 0))];
  });
}

const pairsOf = (word: string): string[] => Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2));

/** The best first. What stands in a heading or a title counts more than what stands in the text. */
export function findHelp(locale: Locale, asked: string): Found[] {
  const words = [...new Set(wordsOf(asked.slice(0, 200)))];
  if (words.length === 0) return [];
  const help = helpIn(locale);
  const found = topics.flatMap((topic) => {
    const { title, summary, parts } = help[topic];
    return parts.map(({ heading, text }, part) => {
      const lines = text.map(saidIn);
      const places = [
        { text: plain(heading), worth: 4 },
        { text: plain(title), worth: 3 },
        { text: plain(summary), worth: 1 },
        { text: plain(lines.join(' ')), worth: 2 },
      ];
      const worth = words.map((word) => Math.max(0, ...places.map((one) => (begins(one.text, word) ? one.worth : 0))));
      const hits = worth.filter((one) => one > 0).length;
      const says = lines.find((line) => words.some((word) => begins(plain(line), word))) ?? lines[0] ?? '';
      return { topic, title, heading, part, says, score: hits * 10 + worth.reduce((sum, one) => sum + one, 0), hits };
    });
  });
  // A part with fewer of the words than the best one has is about something else; the best must have half of them.
  const best = Math.max(...found.map(({ hits }) => hits));
  if (best === 0 || best * 2 < words.length) return [];
  return found
    .filter(({ hits }) => hits >= (best > 2 ? best - 1 : best))
    .sort((a, b) => b.score - a.score)
    .slice(0, most)
    .map(({ topic, title, heading, part, says }) => ({ topic, title, heading, part, says }));
}

function tellingPairs(word: string): string[] {
  const pairs = pairsOf(word);
  const telling = pairs.filter((pair) => !bends.test(pair));
  return telling.length > 0 ? telling : pairs;
}

function begins(text: string, word: string): boolean {
  if (spaceless.test(word)) return text.includes(word);
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:\u0627\u0644|\u0648|\u0628|\u0644|[\u05d4\u05d5\u05d1\u05dc\u05de])?${word}`,
    'u',
  ).test(text);
}

const saidIn = (line: string): string =>
  piecesOf(line.replace(/^- /, ''))
    .map(({ text }) => text)
    .join('');
