/**
 * Forms of one word made one: `kettles` and `kettle`, `чайника` and `чайник`. Words come folded: the same ending is cut
 * whether somebody types its accents or not.
 */
import { stemmer as arabic } from '@orama/stemmers/arabic';
import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as indonesian } from '@orama/stemmers/indonesian';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as turkish } from '@orama/stemmers/turkish';

type Stemmer = (word: string) => string;

/** Cuts the longest ending that leaves at least so many letters. */
function cutting(least: number, endings: string): Stemmer {
  const ending = new RegExp(`(?:${endings})$`);
  return (word) => {
    const stem = word.replace(ending, '');
    return stem.length >= least ? stem : word;
  };
}

/** By the language of a locale. Those that are missing have one form of each word, or are cut into words otherwise. */
const stemmers: Readonly<Record<string, Stemmer>> = {
  ar: arabic,
  de: german,
  en: english,
  es: spanish,
  fr: french,
  id: indonesian,
  it: italian,
  nl: dutch,
  pt: portuguese,
  ru: russian,
  tr: turkish,
  // Case and number of nouns, gender of adjectives.
  pl: cutting(3, 'owych|owymi|owego|owej|owym|owa|owe|owy|ami|ach|ych|ymi|ego|emu|iem|om|ow|em|ie|[aeiouy]'),
  // The plural.
  he: cutting(2, 'יות|ים|ות'),
  // What a word is in its sentence is written on to it.
  ko: cutting(2, '에서|으로|에게|까지|부터|은|는|이|가|을|를|의|에|로|와|과|도|용'),
};

const most = 200_000;
const known = new Map<string, Map<string, string>>();

/** Numbers and model names have no other form. */
export function stemmed(word: string, locale: string): string {
  const language = locale.slice(0, 2);
  const stemmer = stemmers[language];
  if (!stemmer || word.length < 3 || /\d/.test(word)) return word;
  let words = known.get(language);
  if (!words || words.size > most) known.set(language, (words = new Map()));
  let stem = words.get(word);
  if (stem === undefined) words.set(word, (stem = stemmer(word) || word));
  return stem;
}
