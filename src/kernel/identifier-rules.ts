import { falling, luhnSum, weighted } from './check-digits.ts';
import { ibanRight, ibanShapes } from './iban.ts';
import { isDay } from './period.ts';
import { vatNumber, vatRuleOf } from './vat.ts';

export interface IdentifierRule {
  readonly example: string;
  /** The shape, with all signs between removed; undefined where the country of the number is unknown. */
  readonly shape: RegExp | ((value: string) => RegExp | undefined);
  readonly right: (value: string) => boolean;
  /** As people write it; # is one sign, in groups. */
  readonly print?: string;
}

const last = (value: string, count = 1) => Number(value.slice(-count));
const always = () => true;

export const identifierRules = {
  /** Bank account (ISO 13616). */
  iban: {
    example: 'DE89 3704 0044 0532 0130 00',
    shape: (value) => ibanShapes.get(value.slice(0, 2)),
    right: ibanRight,
    print: '#### #### #### #### #### #### #### #### ##',
  },
  /** Bank (ISO 9362). It carries no check. */
  bic: { example: 'DEUTDEFF500', shape: /^[A-Z]{6}[A-Z\d]{2}(?:[A-Z\d]{3})?$/, right: always },
  /** VAT number with the country's letters: European Union, XI, GB, NO, CHE. */
  vat: {
    example: 'DE136695976',
    shape: (value) => vatRuleOf(value)?.shape,
    right: (value) => vatRuleOf(value)?.right(vatNumber(value)) ?? false,
  },
  /** One-stop shop for importers (IOSS: IM) and foreign services (EU). The check digit is not published. */
  eu_oss: {
    example: 'IM3720000001',
    shape: (value) => (ossStates.has(value.slice(2, 5)) ? /^(?:EU\d{9}|IM\d{10})$/ : undefined),
    right: always,
  },
  br_cpf: { example: '390.533.447-05', shape: /^\d{11}$/, right: cpfRight, print: '###.###.###-##' },
  /** Letters too since 2026-07 (Instrução Normativa RFB 2.229/2024). */
  br_cnpj: {
    example: '16.727.230/0001-97',
    shape: /^[A-Z\d]{12}\d{2}$/,
    right: cnpjRight,
    print: '##.###.###/####-##',
  },
  /** Of persons and companies. Its check digit is not tested, since the authority itself gave out numbers that fail it. */
  mx_rfc: { example: 'GODE561231GR8', shape: /^[A-ZÑ&]{3,4}\d{6}[A-Z\d]{3}$/, right: rfcRight },
  mx_clabe: {
    example: '032180000118359719',
    shape: /^\d{18}$/,
    right: (value) => {
      const sum = Array.from(value.slice(0, 17)).reduce(
        (all, digit, at) => all + ((Number(digit) * [3, 7, 1][at % 3]!) % 10),
        0,
      );
      return (10 - (sum % 10)) % 10 === last(value);
    },
  },
  kr_brn: {
    example: '116-82-00276',
    shape: /^(?!0|100)\d{3}(?!00)\d{7}$/,
    right: (value) =>
      (weighted(value, [1, 3, 7, 1, 3, 7, 1, 3, 5, 1]) + Math.floor((Number(value[8]) * 5) / 10)) % 10 === 0,
    print: '###-##-#####',
  },
  /** A person's number for Korean customs, asked on every parcel. It carries no published check. */
  kr_pccc: { example: 'P123456789012', shape: /^P\d{12}$/, right: always },
  jp_corporate: {
    example: '5835678256246',
    shape: /^[1-9]\d{12}$/,
    right: (value) =>
      9 - (weighted(Array.from(value.slice(1)).reverse().join(''), [1, 2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2]) % 9) ===
      Number(value[0]),
  },
  au_abn: {
    example: '83 914 571 673',
    shape: /^[1-9]\d{10}$/,
    right: (value) => (weighted(value, [10, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19]) - 10) % 89 === 0,
    print: '## ### ### ###',
  },
  /** Unified social credit code of a Chinese company (GB 32100-2015). */
  cn_uscc: {
    example: '91110000600037341L',
    shape: /^[\dA-HJ-NPQRTUWXY]{2}\d{6}[\dA-HJ-NPQRTUWXY]{10}$/,
    right: usccRight,
  },
  /** Identity number of a Chinese citizen (GB 11643-1999). */
  cn_resident: { example: '11010519491231002X', shape: /^[1-9]\d{16}[\dX]$/, right: residentRight },
  /** Ten digits of a company, twelve of a person. */
  ru_inn: { example: '1234567894', shape: /^\d{10}(?:\d{2})?$/, right: innRight },
  il_id: {
    example: '3933742-3',
    shape: /^\d{1,9}$/,
    right: (value) => last(value.padStart(9, '0'), 9) > 0 && luhnSum(value) % 10 === 0,
  },
  in_gstin: { example: '27AAPFU0939F1ZV', shape: /^\d{2}[A-Z]{5}\d{4}[A-Z][1-9A-Z][A-Z][\dA-Z]$/, right: gstinRight },
  in_pan: {
    example: 'AAPFU0939F',
    shape: /^[A-Z]{3}[ABCFGHJLPT][A-Z]\d{4}[A-Z]$/,
    right: (value) => value.slice(5, 9) !== '0000',
  },
  /** Employer number of the United States. It carries no check. */
  us_ein: { example: '94-3177549', shape: /^\d{9}$/, right: always, print: '##-#######' },
  us_routing: {
    example: '111000025',
    shape: /^(?:0\d|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)\d{7}$/,
    right: (value) => weighted(value, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0,
  },
  /** EAN and UPC on goods, of 8, 12, 13 or 14 digits (GS1). */
  gtin: {
    example: '4006381333931',
    shape: /^(?:\d{8}|\d{12,14})$/,
    right: (value) =>
      weighted(value.padStart(14, '0'), [3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]) % 10 === 0 && !/^0+$/.test(value),
  },
} satisfies Record<string, IdentifierRule>;

/** Numbers of the member states (ISO 3166), and 900 for Northern Ireland. */
const ossStates: ReadonlySet<string> = new Set(
  (
    '040 056 100 191 196 203 208 233 246 250 276 300 348 372 380 428 440 442 470 528 616 620 642 703 705 724 752 ' +
    '900'
  ).split(' '),
);

function cpfRight(value: string): boolean {
  if (/^(\d)\1+$/.test(value)) return false;
  const check = (digits: string) => ((weighted(digits, falling(digits.length + 1, 2)) * 10) % 11) % 10;
  return check(value.slice(0, 9)) === Number(value[9]) && check(value.slice(0, 10)) === Number(value[10]);
}

/** A sign counts its place in ASCII after 0: A is 17. */
function cnpjRight(value: string): boolean {
  if (/^(\d)\1+$/.test(value)) return false;
  const check = (signs: string) => {
    const sum = [...signs].reverse().reduce((all, sign, at) => all + (sign.charCodeAt(0) - 48) * (2 + (at % 8)), 0);
    return sum % 11 < 2 ? 0 : 11 - (sum % 11);
  };
  return check(value.slice(0, 12)) === Number(value[12]) && check(value.slice(0, 13)) === Number(value[13]);
}

/** The six digits are a day of birth or of foundation; the century is not told. */
function rfcRight(value: string): boolean {
  const day = value.slice(-9, -3);
  return ['19', '20'].some((century) => isDay(`${century}${day.slice(0, 2)}-${day.slice(2, 4)}-${day.slice(4)}`));
}

function usccRight(value: string): boolean {
  const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY';
  let weight = 1;
  let sum = 0;
  for (const sign of value.slice(0, 17)) {
    sum += signs.indexOf(sign) * weight;
    weight = (weight * 3) % 31;
  }
  return signs[(31 - (sum % 31)) % 31] === value[17];
}

function residentRight(value: string): boolean {
  if (!isDay(`${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`)) return false;
  const rest = weighted(value.slice(0, 17), [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]) % 11;
  return '10X98765432'[rest] === value[17];
}

function innRight(value: string): boolean {
  const check = (weights: readonly number[]) => (weighted(value, weights) % 11) % 10;
  if (value.length === 10) return check([2, 4, 10, 3, 5, 9, 4, 6, 8]) === last(value);
  return (
    check([7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) === Number(value[10]) &&
    check([3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) === last(value)
  );
}

/** Luhn's sum with 36 signs. */
function gstinRight(value: string): boolean {
  const sum = [...value].reverse().reduce((all, sign, at) => {
    const product = parseInt(sign, 36) * (at % 2 ? 2 : 1);
    return all + Math.floor(product / 36) + (product % 36);
  }, 0);
  return sum % 36 === 0;
}
