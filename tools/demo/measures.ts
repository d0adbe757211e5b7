/** Measures as people write them after a name: 1.7 l, 1,7 л, 1.7 لتر. */
import { languages } from './lexicon.ts';
import type { Language, Noun, Words } from './lexicon.ts';

type Unit = Record<Language, string>;

const unit = (en: string, pt: string, ru: string, ar: string, zh: string): Unit => ({
  en,
  'pt-BR': pt,
  ru,
  ar,
  'zh-CN': zh,
});

const litre = unit('l', 'l', 'л', 'لتر', '升');
const watt = unit('W', 'W', 'Вт', 'واط', '瓦');
const gigabyte = unit('GB', 'GB', 'ГБ', 'غيغابايت', 'GB');
const centimetre = unit('cm', 'cm', 'см', 'سم', '厘米');
const millimetre = unit('mm', 'mm', 'мм', 'مم', '毫米');
const inch = unit('in', 'pol.', 'дюйма', 'بوصة', '英寸');
const charge = unit('mAh', 'mAh', 'мА·ч', 'مللي أمبير ساعة', '毫安时');
const turns = unit('rpm', 'rpm', 'об/мин', 'دورة/دقيقة', '转/分');
const metre = unit('m', 'm', 'м', 'م', '米');

/** The measure that names a good of this category; of others none is said in the title. */
const told: Record<string, readonly [attribute: string, unit: Unit]> = {
  kettles: ['capacity', litre],
  'coffee-makers': ['capacity', litre],
  'small-appliances': ['power', watt],
  cookware: ['diameter', centimetre],
  lamps: ['power', watt],
  'mobile-phones': ['screen', inch],
  speakers: ['power', watt],
  'chargers-cables': ['power', watt],
  'power-banks': ['battery-size', charge],
  'smart-watches': ['screen', inch],
  laptops: ['screen', inch],
  backpacks: ['capacity', litre],
  'dolls-figures': ['height', centimetre],
  'hand-tools': ['length', millimetre],
  'power-tools': ['turns', turns],
  gardening: ['length', centimetre],
  watches: ['diameter', millimetre],
};

/** Pieces are counted where a set is sold. */
const counted = new Set(['tableware', 'building-toys', 'craft-supplies', 'puzzles-games', 'gardening', 'hand-tools']);

function pieces(many: number): Words {
  const ar = many >= 3 && many % 100 >= 3 && many % 100 <= 10 ? 'قطع' : 'قطعة';
  return {
    en: `${many} pieces`,
    'pt-BR': `${many} peças`,
    ru: `${many} шт.`,
    ar: many === 2 ? 'قطعتان' : `${many} ${ar}`,
    'zh-CN': `${many}件`,
  };
}

/** Arabic with the digits of our pages. */
const digits: Record<Language, string> = { en: 'en', 'pt-BR': 'pt-BR', ru: 'ru', ar: 'ar-u-nu-latn', 'zh-CN': 'zh-CN' };

export function quantity(value: number, { language, of }: { language: Language; of: Unit }): string {
  const number = new Intl.NumberFormat(digits[language], { useGrouping: value >= 10_000 }).format(value);
  return language === 'zh-CN' ? `${number}${of[language]}` : `${number} ${of[language]}`;
}

/** What stands after the name; undefined where nothing is measured. */
export function measureOf({ category, attributes }: Noun): Words | undefined {
  const [attribute, of] = told[category] ?? ['', metre];
  const value = attributes[attribute];
  if (typeof value === 'number')
    return Object.fromEntries(languages.map((language) => [language, quantity(value, { language, of })])) as Words;
  const many = attributes['pieces'];
  return typeof many === 'number' && many > 1 && counted.has(category) ? pieces(many) : undefined;
}

/** So much storage, as an option says it. */
export const gigabytes = (value: number): Words =>
  Object.fromEntries(languages.map((language) => [language, quantity(value, { language, of: gigabyte })])) as Words;
