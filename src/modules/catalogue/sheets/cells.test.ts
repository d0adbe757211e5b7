import { expect, test } from 'vitest';
import { readYesNo } from './cells.ts';

test('yes and no are known in each of our languages, however they are written', () => {
  const words: Readonly<Record<string, [yes: string, no: string]>> = {
    ar: ['نعم', 'لا'],
    de: ['Ja', 'Nein'],
    en: ['YES', 'no'],
    es: ['Sí', 'No'],
    fr: ['Oui', 'Non'],
    he: ['כן', 'לא'],
    id: ['Ya', 'Tidak'],
    it: ['Sì', 'No'],
    ja: ['はい', 'いいえ'],
    ko: ['예', '아니요'],
    nl: ['Ja', 'Nee'],
    pl: ['Tak', 'Nie'],
    'pt-BR': ['Sim', 'Não'],
    ru: ['Да', 'Нет'],
    th: ['ใช่', 'ไม่ใช่'],
    tr: ['Evet', 'HAYIR'],
    vi: ['Có', 'Không'],
    'zh-CN': ['是', '否'],
  };
  for (const [locale, [yes, no]] of Object.entries(words)) {
    expect(readYesNo(` ${yes} `), locale).toEqual({ ok: true, value: true });
    expect(readYesNo(no.normalize('NFD')), locale).toEqual({ ok: true, value: false });
  }
  expect(readYesNo('네')).toEqual({ ok: true, value: true });
  expect(readYesNo('１')).toEqual({ ok: true, value: true });
  expect(readYesNo('perhaps')).toEqual({ ok: false, wrong: { what: 'not_yes_or_no' } });
});
