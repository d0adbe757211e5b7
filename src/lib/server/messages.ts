/** All words in all languages, on the server. */
import { say } from '#kernel/icu';
import { pageTexts } from '#platform/own-texts';
import { pagesIn } from '#platform/texts';
import type { SetTexts } from '#platform/texts';
import type { Key } from '../words/keys.ts';
import { firstLocale } from '../words/locales.ts';
import type { Locale } from '../words/locales.ts';
import type { Say } from '../words/words.ts';

type Messages = Readonly<Record<string, string>>;

let set: SetTexts = new Map();
const merged = new Map<Locale, Messages>();
const picked = new Map<string, Messages>();

/** What a language does not say yet is said in English; what staff set stands over what the house came with. */
function messagesIn(locale: Locale): Messages {
  let found = merged.get(locale);
  if (!found) {
    const ways = locale === firstLocale ? [locale] : [firstLocale, locale];
    found = Object.assign({}, ...ways.flatMap((one) => [pageTexts(one), pagesIn(set, one)])) as Messages;
    merged.set(locale, found);
  }
  return found;
}

/** Takes in the texts that staff set, once for each change of them: pages find them where they find all words. */
export function sayAs(now: SetTexts): void {
  if (now === set) return;
  set = now;
  merged.clear();
  picked.clear();
}

/** The words in a language, for actions, mails and papers: `sayIn('pt-BR')('cart.lines', { count: 2 })`. */
export function sayIn(locale: Locale): Say {
  return (key, args = {}) => say(messagesIn(locale)[key] ?? key, args, locale);
}

/** Whether there is such a word: refusals come with names that no type here knows. */
export function isKey(key: string): key is Key {
  return key in messagesIn(firstLocale);
}

/** The messages whose keys are asked for; keys may hold a `*`. Without a list, all. */
export function pick(locale: Locale, name: string, wanted: readonly string[] | undefined): Messages {
  if (!wanted) return messagesIn(locale);
  const id = `${locale} ${name}`;
  let found = picked.get(id);
  if (!found) picked.set(id, (found = only(messagesIn(locale), wanted)));
  return found;
}

function only(all: Messages, wanted: readonly string[]): Messages {
  const exact = new Set(wanted);
  const patterns = wanted.filter((key) => key.includes('*')).map((key) => key.split('*'));
  const fits = (key: string) => patterns.some((parts) => key.startsWith(parts[0]!) && key.endsWith(parts.at(-1)!));
  return Object.fromEntries(Object.entries(all).filter(([key]) => exact.has(key) || fits(key)));
}
