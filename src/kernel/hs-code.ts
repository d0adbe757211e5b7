import { ok, refuse, type Result } from './result.ts';

/**
 * A code of the Harmonised System as its digits: six that the whole world shares, and up to four more of a country (NCM
 * and CN have eight, HTS and TARIC ten).
 */
export type HsCode = string;

export type HsCodeRefusal =
  | { no: 'hs_code_missing' }
  | { no: 'hs_code_not_readable'; example: string }
  | { no: 'hs_code_too_short'; digits: number }
  | { no: 'hs_code_too_long'; digits: number }
  | { no: 'hs_code_chapter_unknown'; chapter: string };

/** Chapter 77 is kept for later by the World Customs Organization; 98 and 99 are for each country's own use. */
const RESERVED = '77';

/** Reads '8516.10.00', '8516 10', '851610', '8516.1010.00'. */
export function parseHsCode(text: string): Result<HsCode, HsCodeRefusal> {
  const typed = text.normalize('NFKC').trim();
  if (typed === '') return refuse({ no: 'hs_code_missing' });
  if (!/^\d+(?:[\s.-]\d+)*$/.test(typed)) return refuse({ no: 'hs_code_not_readable', example: '8516.10' });

  const digits = typed.replace(/\D/g, '');
  if (digits.length < 6) return refuse({ no: 'hs_code_too_short', digits: digits.length });
  if (digits.length > 10) return refuse({ no: 'hs_code_too_long', digits: digits.length });

  const chapter = chapterOf(digits);
  if (chapter === '00' || chapter === RESERVED) return refuse({ no: 'hs_code_chapter_unknown', chapter });
  if (digits.slice(2, 4) === '00') return refuse({ no: 'hs_code_not_readable', example: '8516.10' });

  return ok(digits);
}

/** Two digits: 85, electrical machinery. */
export const chapterOf = (code: HsCode): string => code.slice(0, 2);

/** Four digits: 8516, electric heaters of water, rooms, hair. */
export const headingOf = (code: HsCode): string => code.slice(0, 4);

/** The six digits that every country shares: what a code of one country says in another. */
export const subheadingOf = (code: HsCode): string => code.slice(0, 6);

/** Whether the code lies under a chapter, heading or other beginning: 85161000 is within 8516. */
export const isWithin = (code: HsCode, beginning: string): boolean => code.startsWith(beginning);

/** '8516.10.00', as most tariffs print it; China prints 8516.1010.00, Japan 8516.10-000. */
export function formatHsCode(code: HsCode, country?: string): string {
  const widths = country === 'CN' ? [4, 4, 2] : country === 'JP' ? [4, 2, 4] : [4, 2, 2, 2];
  const parts: string[] = [];
  let from = 0;
  for (const width of widths) {
    parts.push(code.slice(from, from + width));
    from += width;
  }
  const [heading = '', subheading = '', ...own] = parts.filter(Boolean);
  const shared = subheading ? `${heading}.${subheading}` : heading;
  return [shared, ...own].join(country === 'JP' ? '-' : '.');
}
