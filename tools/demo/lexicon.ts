/**
 * The demo's words: nouns with their gender and number, qualities with a form for each, and what is said of them, in five
 * languages. The files are data; here they are put together so that a quality agrees with its noun.
 */
import nounsFile from './lexicon/nouns.json' with { type: 'json' };
import qualitiesFile from './lexicon/qualities.json' with { type: 'json' };
import storesFile from './lexicon/stores.json' with { type: 'json' };
import suitsFile from './lexicon/suits.json' with { type: 'json' };
import usesFile from './lexicon/uses.json' with { type: 'json' };

export const languages = ['en', 'pt-BR', 'ru', 'ar', 'zh-CN'] as const;
export type Language = (typeof languages)[number];
export type Words = Record<Language, string>;

/** Masculine and feminine, and their plurals. */
export type PortugueseForm = 'm' | 'f' | 'mp' | 'fp';
/** Masculine, feminine, neuter, plural. */
export type RussianForm = 'm' | 'f' | 'n' | 'p';
/** Masculine and feminine; plurals of things take the feminine. */
export type ArabicForm = 'm' | 'f';

export interface Noun {
  emoji: string;
  category: string;
  words: {
    en: string;
    'pt-BR': { word: string; form: PortugueseForm };
    ru: { word: string; form: RussianForm };
    ar: { word: string; form: ArabicForm };
    'zh-CN': string;
  };
  /** Whole yuan. */
  price: number;
  /** 0: delivered as a file or a code. */
  grams: number;
  sizeMm: [number, number, number];
  hs: string;
  attributes: Record<string, string | number | boolean>;
}

export interface Quality {
  code: string;
  words: {
    en: string;
    'pt-BR': Record<PortugueseForm, string>;
    ru: Record<RussianForm, string>;
    ar: Record<ArabicForm, string>;
    'zh-CN': string;
  };
  /** Of the noun's price and weight. */
  price: number;
  grams: number;
  /** A sentence of its own, that agrees with nothing. */
  says: Words;
}

export interface StoreEntry {
  code: string;
  name: string;
  city: string;
  country: string;
  owner: string;
  brand: string;
  categories: string[];
  about: string;
}

export const nouns = nounsFile as unknown as Noun[];
export const stores: StoreEntry[] = storesFile;
/** What goods of a category are for, a sentence. */
export const uses = usesFile as Record<string, Words>;
const suits = suitsFile as Record<string, string[]>;
const byCode = new Map((qualitiesFile as unknown as Quality[]).map((one) => [one.code, one]));
export const qualities = [...byCode.values()];

/** The qualities that goods of a category can have, the likeliest first. */
export const qualitiesOf = (category: string): Quality[] => (suits[category] ?? []).map((code) => byCode.get(code)!);

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** "Compact electric kettle", "Chaleira elétrica compacta", "Компактный электрический чайник": as people name such a thing. */
export function named(noun: Noun, quality: Quality): Words {
  const { en, 'pt-BR': pt, ru, ar, 'zh-CN': zh } = noun.words;
  const how = quality.words;
  return {
    en: capital(`${how.en} ${en}`),
    'pt-BR': capital(`${pt.word} ${how['pt-BR'][pt.form]}`),
    ru: capital(`${how.ru[ru.form]} ${ru.word}`),
    ar: `${ar.word} ${how.ar[ar.form]}`,
    'zh-CN': `${how['zh-CN']}${zh}`,
  };
}
