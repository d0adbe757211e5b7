import { falling, luhnRight, luhnSum, mod11And10Right, rest97, weighted } from './check-digits.ts';
import { isDay } from './period.ts';

interface VatRule {
  /** What stands after the country's letters. */
  readonly shape: RegExp;
  readonly example: string;
  readonly right: (number: string) => boolean;
}

const last = (number: string, count = 1) => Number(number.slice(-count));

/**
 * VAT numbers of the European Union, Northern Ireland (XI), Great Britain, Norway and Switzerland: shape and check digits
 * as their administrations state them. Greece writes EL. A number that passes may still not be registered.
 */
export const vatRules: Readonly<Record<string, VatRule>> = {
  AT: {
    shape: /^U\d{8}$/,
    example: 'ATU13585627',
    right: (n) => (luhnSum(n.slice(1, 8)) + 4 + last(n)) % 10 === 0,
  },
  BE: {
    shape: /^[01]\d{9}$/,
    example: 'BE0428759497',
    right: (n) => 97 - (Number(n.slice(0, 8)) % 97) === last(n, 2),
  },
  BG: { shape: /^\d{9,10}$/, example: 'BG175074752', right: bulgarian },
  CY: { shape: /^(?!12)\d{8}[A-Z]$/, example: 'CY10259033P', right: cypriot },
  CZ: { shape: /^\d{8,10}$/, example: 'CZ25123891', right: czech },
  DE: { shape: /^[1-9]\d{8}$/, example: 'DE136695976', right: mod11And10Right },
  DK: {
    shape: /^[1-9]\d{7}$/,
    example: 'DK13585628',
    right: (n) => weighted(n, [2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
  },
  EE: { shape: /^\d{9}$/, example: 'EE100931558', right: (n) => weighted(n, [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0 },
  EL: {
    shape: /^\d{9}$/,
    example: 'EL094259216',
    right: (n) => (weighted(n, [256, 128, 64, 32, 16, 8, 4, 2]) % 11) % 10 === last(n),
  },
  ES: { shape: /^(?:\d{8}[A-Z]|[A-Z]\d{7}[A-Z\d])$/, example: 'ESB64717838', right: spanish },
  FI: {
    shape: /^\d{8}$/,
    example: 'FI20774740',
    right: (n) => weighted(n, [7, 9, 10, 5, 8, 4, 2, 1]) % 11 === 0,
  },
  FR: { shape: /^[A-HJ-NP-Z\d]{2}\d{9}$/, example: 'FR40303265045', right: french },
  GB: { shape: /^(?:\d{9}(?:\d{3})?|GD[0-4]\d{2}|HA[5-9]\d{2})$/, example: 'GB980780684', right: british },
  HR: { shape: /^\d{11}$/, example: 'HR33392005961', right: mod11And10Right },
  HU: {
    shape: /^\d{8}$/,
    example: 'HU12892312',
    right: (n) => weighted(n, [9, 7, 3, 1, 9, 7, 3, 1]) % 10 === 0,
  },
  IE: { shape: /^(?:\d{7}[A-W]{1,2}|\d[A-Z+*]\d{5}[A-W])$/, example: 'IE6433435F', right: irish },
  IT: {
    shape: /^\d{7}(?:0\d[1-9]|0[1-9]0|100|12[01]|888|999)\d$/,
    example: 'IT00743110157',
    right: (n) => luhnRight(n) && !n.startsWith('0000000'),
  },
  LT: { shape: /^(?:\d{7}1|\d{10}1)\d$/, example: 'LT119511515', right: lithuanian },
  LU: { shape: /^\d{8}$/, example: 'LU15027442', right: (n) => Number(n.slice(0, 6)) % 89 === last(n, 2) },
  LV: { shape: /^\d{11}$/, example: 'LV40003521600', right: latvian },
  MT: {
    shape: /^[1-9]\d{7}$/,
    example: 'MT11679112',
    right: (n) => weighted(n, [3, 4, 6, 7, 8, 9, 10, 1]) % 37 === 0,
  },
  NL: {
    shape: /^\d{9}B\d{2}$/,
    example: 'NL004495445B01',
    // Since 2020 sole traders have a number checked as a whole; older ones carry the check of the nine digits.
    right: (n) => (weighted(n, falling(9, 2)) - Number(n[8])) % 11 === 0 || rest97(`NL${n}`) === 1,
  },
  NO: {
    shape: /^\d{9}MVA$/,
    example: 'NO995525828MVA',
    right: (n) => weighted(n, [3, 2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0,
  },
  PL: {
    shape: /^\d{10}$/,
    example: 'PL8567346215',
    right: (n) => weighted(n, [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === last(n),
  },
  PT: {
    shape: /^[1-9]\d{8}$/,
    example: 'PT501964843',
    right: (n) => ((11 - (weighted(n, falling(9, 2)) % 11)) % 11) % 10 === last(n),
  },
  RO: {
    shape: /^[1-9]\d{1,9}$/,
    example: 'RO18547290',
    right: (n) => ((weighted(n.padStart(10, '0'), [7, 5, 3, 2, 1, 7, 5, 3, 2]) * 10) % 11) % 10 === last(n),
  },
  SE: { shape: /^\d{10}(?!00)\d{2}$/, example: 'SE123456789701', right: (n) => luhnRight(n.slice(0, 10)) },
  SI: { shape: /^[1-9]\d{7}$/, example: 'SI50223054', right: slovene },
  SK: { shape: /^[1-9]\d[2-47-9]\d{7}$/, example: 'SK2022749619', right: (n) => Number(n) % 11 === 0 },
  CHE: { shape: /^\d{9}(?:MWST|TVA|IVA|TPV)$/, example: 'CHE107787577IVA', right: swiss },
};

const countryOf = (value: string) => (value.startsWith('CHE') ? 'CHE' : value.slice(0, 2));

/** The rule for a number with its country's letters; Northern Ireland's are Great Britain's. */
export function vatRuleOf(value: string): VatRule | undefined {
  const country = countryOf(value);
  const key = country === 'XI' ? 'GB' : country;
  return Object.hasOwn(vatRules, key) ? vatRules[key] : undefined;
}

/** The number without its country's letters. */
export const vatNumber = (value: string): string => value.slice(countryOf(value).length);

/** Companies have nine digits; citizens (with their day of birth), foreigners and others ten, by three weightings. */
function bulgarian(n: string): boolean {
  if (n.length === 9) {
    const rest = weighted(n, [1, 2, 3, 4, 5, 6, 7, 8]) % 11;
    return (rest === 10 ? (weighted(n, [3, 4, 5, 6, 7, 8, 9, 10]) % 11) % 10 : rest) === last(n);
  }
  const month = Number(n.slice(2, 4));
  const century = month > 40 ? 20 : month > 20 ? 18 : 19;
  const born = isDay(`${century}${n.slice(0, 2)}-${String(month % 20).padStart(2, '0')}-${n.slice(4, 6)}`);
  const citizen = (weighted(n, [2, 4, 8, 5, 10, 9, 7, 3, 6]) % 11) % 10;
  const foreigner = weighted(n, [21, 19, 17, 13, 11, 9, 7, 3, 1]) % 10;
  const other = (11 - (weighted(n, [4, 3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11;
  return (born && citizen === last(n)) || [foreigner, other].includes(last(n));
}

function cypriot(n: string): boolean {
  const odd = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21];
  const sum = Array.from(n.slice(0, 8)).reduce(
    (all, digit, index) => all + (index % 2 ? Number(digit) : odd[Number(digit)]!),
    0,
  );
  return String.fromCharCode(65 + (sum % 26)) === n[8];
}

/** Companies have eight digits; persons nine or ten that begin with the day of birth, or nine after a 6. */
function czech(n: string): boolean {
  if (n.length === 8)
    return !n.startsWith('9') && ((11 - (weighted(n, falling(8, 2)) % 11)) % 11 || 1) % 10 === last(n);
  if (n.length === 9 && n.startsWith('6')) return ((weighted(n.slice(1), falling(8, 2)) % 11) + 8) % 10 === last(n);

  // Women's months count 50 more, and both counted 20 more when a day's numbers ran out. Nine digits ended with 1953.
  const two = Number(n.slice(0, 2));
  const year = n.length === 9 ? (two > 80 ? 1800 : 1900) + two : (two < 54 ? 2000 : 1900) + two;
  const month = String((Number(n.slice(2, 4)) % 50) % 20).padStart(2, '0');
  if (!isDay(`${year}-${month}-${n.slice(4, 6)}`)) return false;
  if (n.length === 9) return year < 1954;

  const rest = Number(n.slice(0, 9)) % 11;
  return (year < 1985 ? rest % 10 : rest) === last(n);
}

/** Persons (DNI), foreigners (X Y Z), others without DNI (K L M), and companies by the letter of their kind. */
function spanish(n: string): boolean {
  const letter = (digits: string) => 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(digits) % 23];
  const first = n[0]!;
  if (/\d/.test(first)) return letter(n.slice(0, 8)) === n[8];
  if ('XYZ'.includes(first)) return letter(`${'XYZ'.indexOf(first)}${n.slice(1, 8)}`) === n[8];
  if ('KLM'.includes(first)) return letter(n.slice(1, 8)) === n[8];
  if (!'ABCDEFGHJNPQRSUVW'.includes(first)) return false;

  const check = (10 - (luhnSum(`${n.slice(1, 8)}0`) % 10)) % 10;
  // Which kinds end in a digit and which in a letter is told in different ways; either is taken.
  return n[8] === String(check) || n[8] === 'JABCDEFGHI'[check];
}

/** Two signs check the SIREN of nine digits, itself checked except in Monaco (000). */
function french(n: string): boolean {
  const siren = n.slice(2);
  if (!siren.startsWith('000') && !luhnRight(siren)) return false;
  if (/^\d{2}/.test(n)) return Number(n.slice(0, 2)) === (12 + 3 * (Number(siren) % 97)) % 97;

  const signs = '0123456789ABCDEFGHJKLMNPQRSTUVWXYZ';
  const [one, two] = [signs.indexOf(n[0]!), signs.indexOf(n[1]!)];
  const check = one < 10 ? one * 24 + two - 10 : one * 34 + two - 100;
  return (Number(siren) + 1 + Math.floor(check / 11)) % 11 === check % 11;
}

/** Numbers of departments and hospitals (GD, HA) have no check; those issued since 2010 weigh 55 more. */
function british(n: string): boolean {
  if (/^[GH]/.test(n)) return true;
  const rest = weighted(n, [8, 7, 6, 5, 4, 3, 2, 10, 1]) % 97;
  return rest === 0 || (Number(n.slice(0, 3)) >= 100 && (rest === 42 || rest === 55));
}

function irish(n: string): boolean {
  const letter = (digits: string, second = 0) =>
    'WABCDEFGHIJKLMNOPQRSTUV'[(weighted(digits, falling(8, 2)) + second * 9) % 23];
  if (/^\d{7}/.test(n)) return letter(n, n[8] === undefined || n[8] === 'W' ? 0 : n.charCodeAt(8) - 64) === n[7];
  return letter(`0${n.slice(2, 7)}${n[0]}`) === n[7];
}

function lithuanian(n: string): boolean {
  const body = n.slice(0, -1);
  const weights = (shift: number) => Array.from(body, (_, index) => 1 + ((index + shift) % 9));
  const rest = weighted(body, weights(0)) % 11;
  return (rest === 10 ? (weighted(body, weights(2)) % 11) % 10 : rest) === last(n);
}

/** Companies begin above 3; persons with their day of birth, or since 2017 with 32, of which no check is published. */
function latvian(n: string): boolean {
  if (n > '4') return weighted(n, [9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1]) % 11 === 3;
  if (n.startsWith('32')) return true;
  const century = ['18', '19', '20'][Number(n[6])];
  const born = century !== undefined && isDay(`${century}${n.slice(4, 6)}-${n.slice(2, 4)}-${n.slice(0, 2)}`);
  return born && ((1 + weighted(n, [10, 5, 8, 4, 2, 1, 6, 3, 7, 9])) % 11) % 10 === last(n);
}

function slovene(n: string): boolean {
  const check = 11 - (weighted(n, falling(8, 2)) % 11);
  return check !== 11 && check % 10 === last(n);
}

function swiss(n: string): boolean {
  return (11 - (weighted(n, [5, 4, 3, 2, 7, 6, 5, 4]) % 11)) % 11 === Number(n[8]);
}
