/** What the words of the marketplace's own categories are: materials and colours are called in the demo as they are called there. */
import { houseCategories } from '../../src/modules/catalogue/seed.ts';
import type { Noun, Words } from './lexicon.ts';

const materials = new Map<string, Words>();
const colours = new Map<string, Words>();
for (const { id, attributes } of await houseCategories())
  for (const { code, choices } of attributes)
    for (const choice of choices) {
      if (code === 'material') materials.set(`${id} ${choice.code}`, choice.names as Words);
      if (code === 'colour') colours.set(choice.code, choice.names as Words);
    }

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
