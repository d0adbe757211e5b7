/** What the words of the marketplace's own categories are: materials and colours are called in the demo as they are called there. */
import categories from '../../src/modules/catalogue/rules/categories.json' with { type: 'json' };
import type { Noun, Words } from './lexicon.ts';

interface Written {
  id: string;
  names: unknown;
  attributes: { code: string; choices?: { code: string; names: unknown }[] }[];
  inside?: Written[];
}

const materials = new Map<string, Words>();
const colours = new Map<string, Words>();
const walk = (written: readonly Written[]): void => {
  for (const { id, attributes, inside = [] } of written) {
    for (const { code, choices = [] } of attributes)
      for (const choice of choices) {
        if (code === 'material') materials.set(`${id} ${choice.code}`, choice.names as Words);
        if (code === 'colour') colours.set(choice.code, choice.names as Words);
      }
    walk(inside);
  }
};
walk(categories as Written[]);

/** A name that says its material already is not told it again. */
const saysIt = /paper|jeans|yarn/;

export function materialOf({ category, attributes, words }: Noun): Words | undefined {
  const material = attributes['material'];
  if (typeof material !== 'string' || saysIt.test(words.en)) return undefined;
  const found = materials.get(`${category} ${material}`);
  return found && lowered(found);
}

/** Within a title a material begins small; Chinese and Arabic know no capitals. */
const lowered = (words: Words): Words => ({
  ...words,
  en: small(words.en),
  'pt-BR': small(words['pt-BR']),
  ru: small(words.ru),
});

const small = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);

export const colourNamed = (code: string): Words => colours.get(code)!;
