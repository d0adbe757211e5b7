/** What buyers of the demo's goods choose between: colour, size, room for files. */
import type { Option } from '#modules/catalogue';
import type { Good } from './goods.ts';
import type { Words } from './lexicon.ts';
import { colourNamed } from './materials.ts';
import { gigabytes } from './measures.ts';

const names: Record<'colour' | 'size' | 'storage', Words> = {
  colour: { en: 'Colour', 'pt-BR': 'Cor', ru: 'Цвет', ar: 'اللون', 'zh-CN': '颜色' },
  size: { en: 'Size', 'pt-BR': 'Tamanho', ru: 'Размер', ar: 'المقاس', 'zh-CN': '尺码' },
  storage: { en: 'Storage', 'pt-BR': 'Armazenamento', ru: 'Память', ar: 'سعة التخزين', 'zh-CN': '存储容量' },
};

const palettes = [
  ['black', 'white', 'blue'],
  ['beige', 'green', 'brown'],
  ['grey', 'red', 'blue'],
  ['white', 'pink', 'green'],
] as const;

const coloured = new Set([
  'kettles',
  'small-appliances',
  'bedding',
  'lamps',
  'phone-cases',
  'headphones',
  'speakers',
  'smart-watches',
  'keyboards-mice',
  'backpacks',
  'handbags-wallets',
  'baby-care',
  'cycling',
  'fitness',
  'stationery',
  'pet-supplies',
]);
const worn = new Set(['dresses', 'shirts-tops', 'trousers', 'jackets-coats']);
const stored = new Set(['mobile-phones', 'laptops', 'data-storage']);

const plain = (text: string): Words => ({ en: text, 'pt-BR': text, ru: text, ar: text, 'zh-CN': text });

export interface Choice {
  choice: Record<string, string>;
  /** Of the good's price. */
  factor: number;
}

function colourOption(n: number): Option {
  const palette = palettes[n % palettes.length]!;
  return { code: 'colour', names: names.colour, values: palette.map((code) => ({ code, names: colourNamed(code) })) };
}

const sizes = (codes: readonly string[]): Option => ({
  code: 'size',
  names: names.size,
  values: codes.map((code) => ({ code: code.toLowerCase(), names: plain(code) })),
});

/** Which options a good has. Every fourth of those that could have colours comes in one only. */
export function optionsOf({ noun, n, digital }: Good): Option[] {
  if (digital) return [];
  const { category } = noun;
  if (worn.has(category))
    return n % 2 === 0 ? [colourOption(n), sizes(['S', 'M', 'L', 'XL'])] : [sizes(['S', 'M', 'L', 'XL'])];
  if (category === 'shoes') return [sizes(['37', '38', '39', '40', '41', '42', '43'])];
  if (stored.has(category)) return [storageOption(noun.attributes['storage'])];
  return coloured.has(category) && n % 4 !== 3 ? [colourOption(n)] : [];
}

function storageOption(storage: unknown): Option {
  const least = typeof storage === 'number' ? storage : 64;
  return {
    code: 'storage',
    names: names.storage,
    values: [least, least * 2].map((room) => ({ code: `gb-${room}`, names: gigabytes(room) })),
  };
}

/** The matrix of the options. More room costs more; a size or a colour does not. */
export function choicesOf(options: readonly Option[]): Choice[] {
  let all: Choice[] = [{ choice: {}, factor: 1 }];
  for (const { code, values } of options)
    all = all.flatMap(({ choice, factor }) =>
      values.map((value, place) => ({
        choice: { ...choice, [code]: value.code },
        factor: code === 'storage' ? factor * (1 + place * 0.3) : factor,
      })),
    );
  return all;
}
