/** The goods of the demo: every noun with the qualities that suit it, told in five languages, with prices, sizes and customs data. */
import { chanceOf } from '../simulate/chance.ts';
import type { Chance } from '../simulate/chance.ts';
import { languages, named, nouns, qualitiesOf, stores, uses } from './lexicon.ts';
import type { Noun, Quality, StoreEntry, Words } from './lexicon.ts';
import { materialOf } from './materials.ts';
import { measureOf } from './measures.ts';

export interface Good {
  n: number;
  store: StoreEntry;
  noun: Noun;
  quality: Quality;
  /** Which of the noun's goods it is; its pictures follow from that. */
  round: number;
  titles: Words;
  descriptions: Words;
  /** Whole yuan. */
  yuan: number;
  grams: number;
  sizeMm: [number, number, number];
  digital: boolean;
  chance: Chance;
}

export const mostGoods = 1500;

/** What every store can say of itself; each good has one of them. */
const care: readonly Words[] = [
  {
    en: 'Checked by hand before it leaves the workshop.',
    'pt-BR': 'Conferência à mão antes de sair da oficina.',
    ru: 'Ручная проверка перед выходом из мастерской.',
    ar: 'فحص يدوي قبل الخروج من الورشة.',
    'zh-CN': '出厂前人工逐件检查。',
  },
  {
    en: 'Packed without plastic, in a box that can be used again.',
    'pt-BR': 'Embalagem sem plástico, em caixa reutilizável.',
    ru: 'Упаковка без пластика, в коробке для повторного использования.',
    ar: 'تغليف بلا بلاستيك في صندوق قابل لإعادة الاستعمال.',
    'zh-CN': '无塑料包装，纸盒可重复使用。',
  },
  {
    en: 'Questions are answered by the people who make it.',
    'pt-BR': 'Quem fabrica responde às perguntas.',
    ru: 'На вопросы отвечают сами мастера.',
    ar: 'يجيب الصانعون أنفسهم عن الأسئلة.',
    'zh-CN': '问题由制作者亲自解答。',
  },
  {
    en: 'Sent within two working days.',
    'pt-BR': 'Envio em até dois dias úteis.',
    ru: 'Отправка в течение двух рабочих дней.',
    ar: 'إرسال خلال يومي عمل.',
    'zh-CN': '两个工作日内发货。',
  },
];

const digitalCare: Words = {
  en: 'No parcel, no waiting; what you bought stays with your order.',
  'pt-BR': 'Sem pacote nem espera; a compra fica guardada no pedido.',
  ru: 'Без посылки и ожидания; покупка хранится в заказе.',
  ar: 'بلا طرد ولا انتظار؛ تبقى مشترياتك محفوظة في الطلب.',
  'zh-CN': '无需寄送，无需等待；购买内容保存在订单中。',
};

const comma: Words = { en: ', ', 'pt-BR': ', ', ru: ', ', ar: '، ', 'zh-CN': ' ' };

function titled(noun: Noun, quality: Quality): Words {
  const name = named(noun, quality);
  const parts = [name, materialOf(noun), measureOf(noun)].filter((part) => part !== undefined);
  return mapped((language) => parts.map((part) => part[language]).join(comma[language]));
}

function described(noun: Noun, quality: Quality, n: number): Words {
  const last = noun.grams === 0 ? digitalCare : care[n % care.length]!;
  return mapped((language) => {
    const gap = language === 'zh-CN' ? '' : ' ';
    return `${quality.says[language]}${gap}${uses[noun.category]![language]}\n\n${last[language]}`;
  });
}

const mapped = (of: (language: keyof Words) => string): Words =>
  Object.fromEntries(languages.map((language) => [language, of(language)])) as Words;

/** A price as shops set it: 79, 129, 1 349. */
function shopPrice(yuan: number): number {
  if (yuan < 20) return Math.max(5, Math.round(yuan));
  return yuan < 300 ? Math.round(yuan / 10) * 10 - 1 : Math.round(yuan / 50) * 50 - 1;
}

/** The first so many: every noun in turn with its first quality, then every noun with its second. Always the same. */
export function goodsOf(most = mostGoods): Good[] {
  const sellers = new Map<string, StoreEntry[]>();
  for (const store of stores)
    for (const category of store.categories) sellers.set(category, [...(sellers.get(category) ?? []), store]);
  const all: Good[] = [];
  for (let round = 0; all.length < most; round++) {
    const before = all.length;
    for (const [place, noun] of nouns.entries()) {
      const quality = qualitiesOf(noun.category)[round];
      if (!quality || all.length >= most) continue;
      const of = sellers.get(noun.category)!;
      all.push(goodOf(noun, quality, { n: all.length, round, store: of[(round + place) % of.length]! }));
    }
    if (all.length === before) break;
  }
  return all;
}

function goodOf(noun: Noun, quality: Quality, { n, round, store }: Pick<Good, 'n' | 'round' | 'store'>): Good {
  const chance = chanceOf(`good ${noun.words.en} ${quality.code}`);
  const jitter = 0.92 + chance.next() * 0.16;
  const digital = noun.grams === 0;
  const scale = Math.cbrt(quality.grams);
  return {
    n,
    round,
    store,
    noun,
    quality,
    chance,
    digital,
    titles: titled(noun, quality),
    descriptions: described(noun, quality, n),
    yuan: shopPrice(noun.price * quality.price * jitter),
    grams: digital ? 0 : Math.max(5, Math.round(noun.grams * quality.grams)),
    sizeMm: digital ? [0, 0, 0] : (noun.sizeMm.map((side) => Math.max(10, Math.round(side * scale))) as Good['sizeMm']),
  };
}
