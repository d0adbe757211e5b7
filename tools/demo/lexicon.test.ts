import { describe, expect, test } from 'vitest';
import { goodsOf, mostGoods } from './goods.ts';
import { languages, nouns, qualities, qualitiesOf, stores, uses } from './lexicon.ts';
import { optionsOf } from './options.ts';

const goods = goodsOf();

/** Names that are written so everywhere. */
const everywhere = /USB-C|Bluetooth|SSD|USB|mAh|T恤|\bT\b|GB|\bU\b/g;
const foreign: Record<string, RegExp> = {
  ru: /[a-z]/i,
  ar: /[a-z]/i,
  'zh-CN': /[a-z]/i,
};

describe('the demo has what a marketplace has', () => {
  test('1,500 goods of 40 stores in every category where goods are listed', () => {
    expect(goods).toHaveLength(mostGoods);
    expect(stores).toHaveLength(40);
    expect(new Set(goods.map(({ store }) => store.code)).size).toBe(40);
    expect(new Set(goods.map(({ noun }) => noun.category))).toEqual(new Set(Object.keys(uses)));
    expect(Object.keys(uses).length).toBeGreaterThanOrEqual(44);
  });

  test('the same every time, and no two called alike in any language', () => {
    expect(goodsOf().map(({ titles, yuan }) => [titles, yuan])).toEqual(
      goods.map(({ titles, yuan }) => [titles, yuan]),
    );
    for (const language of languages)
      expect(new Set(goods.map(({ titles }) => titles[language])).size, language).toBe(goods.length);
  });

  test('no noun has a quality twice, and each has ten at least but for files', () => {
    for (const { category } of nouns) {
      const codes = qualitiesOf(category).map(({ code }) => code);
      expect(new Set(codes).size, category).toBe(codes.length);
      expect(codes.length, category).toBeGreaterThanOrEqual(10);
    }
  });
});

describe('every good is told in five languages', () => {
  test.each(languages)('%s', (language) => {
    for (const { titles, descriptions } of goods) {
      expect(titles[language].trim(), titles.en).not.toBe('');
      expect(descriptions[language].trim(), titles.en).not.toBe('');
      expect(`${titles[language]} ${descriptions[language]}`).not.toMatch(/undefined|null| {2}| ,/);
    }
  });

  test.each(['ru', 'ar', 'zh-CN'] as const)('no Latin letters in %s but for names', (language) => {
    const odd = goods.filter(({ titles, descriptions }) =>
      foreign[language]!.test(`${titles[language]} ${descriptions[language]}`.replaceAll(everywhere, '')),
    );
    expect(odd.map(({ titles }) => titles[language])).toEqual([]);
  });

  test('no English words in Portuguese', () => {
    const english = new Set('the with of and from is set case steel leather for pieces glass'.split(' '));
    const words = ({ titles, descriptions }: (typeof goods)[number]) =>
      `${titles['pt-BR']} ${descriptions['pt-BR']}`.toLowerCase().split(/[^\p{L}]+/u);
    expect(goods.flatMap(words).filter((word) => english.has(word))).toEqual([]);
  });

  test('options and their values too', () => {
    for (const good of goods)
      for (const { names, values } of optionsOf(good))
        for (const texts of [names, ...values.map((value) => value.names)])
          for (const language of languages) expect(texts[language], good.titles.en).toBeTruthy();
  });
});

/** What the ending of a noun's head says of its form; heads whose ending misleads are named beside the rule. */
describe('nouns have the gender and number that their own words show', () => {
  const head = (word: string) => word.split(' ')[0]!;

  test('Portuguese', () => {
    const misleading: Record<string, string> = {
      tênis: 'mp',
      luz: 'f',
      chave: 'f',
      programa: 'm',
      'porta-moedas': 'm',
      'caneta-tinteiro': 'f',
      'quebra-cabeça': 'm',
    };
    const shown = (word: string): string => {
      const known = misleading[word];
      if (known) return known;
      const one = word.replace(/s$/, '');
      return `${one.endsWith('a') ? 'f' : 'm'}${word === one ? '' : 'p'}`;
    };
    for (const { words } of nouns) {
      const { word, form } = words['pt-BR'];
      // A guide that is a book is masculine, one that leads is not.
      expect(form, word).toBe(word === 'guia do chá' ? 'm' : shown(head(word)));
    }
  });

  test('Russian: the head is the first word in the nominative that is no adjective', () => {
    const misleading: Record<string, string> = {
      мышь: 'f',
      нить: 'f',
      дрель: 'f',
      тетрадь: 'f',
      'светильник-свеча': 'm',
      'чехол-книжка': 'm',
    };
    const adjective = /(ый|ий|ой|ая|яя|ое|ее|ые|ие)$/;
    const shown = (word: string): string => {
      const known = misleading[word];
      if (known) return known;
      if (/[ыи]$/.test(word)) return 'p';
      return /[ая]$/.test(word) ? 'f' : /[оеё]$/.test(word) ? 'n' : 'm';
    };
    for (const { words } of nouns) {
      const { word, form } = words.ru;
      const noun = word.split(' ').find((one) => !adjective.test(one))!;
      expect(form, word).toBe(shown(head(noun)));
      const adjectives = word.split(' ').slice(0, word.split(' ').indexOf(noun));
      const ending = { m: /(ый|ий|ой)$/, f: /(ая|яя)$/, n: /(ое|ее)$/, p: /(ые|ие)$/ }[form];
      for (const one of adjectives) expect(one, word).toMatch(ending);
    }
  });

  test('Arabic: what ends in ta marbuta is feminine, and so are plurals of things', () => {
    const plural = new Set(['سماعات', 'أحذية', 'صنادل', 'نعال', 'قفازات', 'ملفات']);
    for (const { words } of nouns) {
      const { word, form } = words.ar;
      expect(form, word).toBe(head(word).endsWith('ة') || plural.has(head(word)) ? 'f' : 'm');
    }
  });
});

describe('qualities have the form that their noun asks', () => {
  test('every form is there and ends as it should', () => {
    for (const { code, words } of qualities) {
      const { m, f, n, p } = words.ru;
      expect([/(ый|ий|ой)$/.test(m), /(ая|яя)$/.test(f), /(ое|ее)$/.test(n), /(ые|ие)$/.test(p)], code).toEqual(
        Array(4).fill(true),
      );
      expect(head(words.ar.f), code).toBe(`${head(words.ar.m)}ة`);
      const pt = words['pt-BR'];
      if (head(pt.m).endsWith('o')) expect(head(pt.f), code).toBe(head(pt.m).replace(/o$/, 'a'));
      if (!/^(simples|retrô)$/.test(pt.m)) for (const one of [pt.mp, pt.fp]) expect(head(one), code).toMatch(/s$/);
    }
  });

  const head = (text: string) => text.split(' ')[0]!;

  test('and titles are made of them', () => {
    const of = (en: string) => goods.find(({ titles }) => titles.en.startsWith(en))!.titles;
    const begins = (text: string) => expect.stringMatching(new RegExp(`^${text}[،, ]`)) as unknown;
    expect(of('Compact electric kettle')).toMatchObject({
      'pt-BR': begins('Chaleira elétrica compacta'),
      ru: begins('Компактный электрический чайник'),
      ar: begins('غلاية كهربائية صغيرة الحجم'),
      'zh-CN': begins('小巧电热水壶'),
    });
    expect(of('Classic T-shirt')).toMatchObject({
      'pt-BR': begins('Camiseta clássica'),
      ru: begins('Классическая футболка'),
    });
    expect(of('Light running shoes')).toMatchObject({
      'pt-BR': begins('Tênis de corrida leves'),
      ar: begins('أحذية جري خفيفة'),
    });
  });
});
