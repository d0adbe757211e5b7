import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chapterOf, formatHsCode, headingOf, isWithin, parseHsCode, subheadingOf } from './hs-code.ts';

const refusal = (text: string) => {
  const result = parseHsCode(text);
  return result.ok ? result.value : result.refusal;
};

describe('HS code', () => {
  test.each([
    ['851610', '851610'],
    ['8516.10', '851610'],
    ['8516 10', '851610'],
    [' 8516.10.00 ', '85161000'],
    ['8516.10.00.40', '8516100040'],
    ['8516.1010.00', '8516101000'],
    ['8516.10-000', '851610000'],
    ['０１０１２１', '010121'],
    ['9903.88.15', '99038815'],
  ])('%s is %s', (text, code) => {
    expect(parseHsCode(text)).toEqual({ ok: true, value: code });
  });

  test('is refused with what is wrong', () => {
    expect(refusal('  ')).toEqual({ no: 'hs_code_missing' });
    expect(refusal('kettle')).toEqual({ no: 'hs_code_not_readable', example: '8516.10' });
    for (const text of ['8516,10', '8516..10', '8516.10.', '-851610', '8500.10', '8516.1O']) {
      expect(refusal(text), text).toMatchObject({ no: 'hs_code_not_readable' });
    }
    expect(refusal('8516')).toEqual({ no: 'hs_code_too_short', digits: 4 });
    expect(refusal('8516.10.00.40.1')).toEqual({ no: 'hs_code_too_long', digits: 11 });
    expect(refusal('000110')).toEqual({ no: 'hs_code_chapter_unknown', chapter: '00' });
    expect(refusal('770110')).toEqual({ no: 'hs_code_chapter_unknown', chapter: '77' });
  });

  test('knows where it belongs', () => {
    expect([chapterOf('85161000'), headingOf('85161000'), subheadingOf('85161000')]).toEqual(['85', '8516', '851610']);
    expect(isWithin('85161000', '8516')).toBe(true);
    expect(isWithin('85161000', '8517')).toBe(false);
  });

  test('is printed as the country prints it', () => {
    expect(formatHsCode('851610')).toBe('8516.10');
    expect(formatHsCode('85161000', 'BR')).toBe('8516.10.00');
    expect(formatHsCode('8516100040', 'US')).toBe('8516.10.00.40');
    expect(formatHsCode('8516101000', 'CN')).toBe('8516.1010.00');
    expect(formatHsCode('851610000', 'JP')).toBe('8516.10-000');
    expect(formatHsCode('851610', 'CN')).toBe('8516.10');
    expect(formatHsCode('8516')).toBe('8516');
  });

  test('what is printed is read back', () => {
    const digits = fc.stringMatching(/^(0[1-9]|[1-6]\d|7[0-68-9]|[89]\d)(0[1-9]|[1-9]\d)\d{2,6}$/);
    fc.assert(
      fc.property(digits, fc.constantFrom('BR', 'US', 'CN', 'JP', 'FR'), (code, country) => {
        expect(parseHsCode(formatHsCode(code, country))).toEqual({ ok: true, value: code });
      }),
    );
  });
});
