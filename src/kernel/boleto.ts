import { luhnSum } from './check-digits.ts';
import { addDays, daysBetween, type Day } from './period.ts';
import { ok, refuse, type Result } from './result.ts';

/**
 * The Brazilian bank slip (boleto, FEBRABAN layout): a bar code of 44 digits and a line of 47 to type. Slips of utilities
 * and authorities (arrecadação) begin with 8 and have a line of 48; their amount may be no amount and their day is theirs.
 */
export interface Boleto {
  readonly barcode: string;
  readonly line: string;
  readonly kind: 'bank' | 'collection';
  /** The bank's three digits, on bank slips. */
  readonly bank?: string;
  /** In cents of a real; not there where the slip leaves it to the payer. */
  readonly amountMinor?: bigint;
  /** The last day of payment, on bank slips that have one. */
  readonly due?: Day;
}

export interface BoletoOrder {
  /** Three digits. */
  readonly bank: string;
  readonly amountMinor: bigint;
  readonly due?: Day;
  /** 25 digits by which the bank knows the slip. */
  readonly freeField: string;
}

export type BoletoRefusal =
  | { no: 'boleto_missing' }
  | { no: 'boleto_not_readable'; digits: number }
  | { no: 'boleto_check_digit_wrong' }
  | { no: 'boleto_currency_not_real' };

/** Days were counted from here until the count was full. On 2025-02-22 it began again at 1000: 9000 days are a cycle. */
const FIRST_DAY = '1997-10-07';
const CYCLE = 9000;
const MOST_MINOR = 9_999_999_999n;

export function makeBoleto({ bank, amountMinor, due, freeField }: BoletoOrder): Boleto {
  if (!/^\d{3}$/.test(bank)) throw new RangeError(`not a bank: ${bank}`);
  if (!/^\d{25}$/.test(freeField)) throw new RangeError('the free field has 25 digits');
  if (amountMinor <= 0n || amountMinor > MOST_MINOR)
    throw new RangeError(`no slip carries this amount: ${amountMinor}`);

  const rest = `${due === undefined ? '0000' : dueFactor(due)}${String(amountMinor).padStart(10, '0')}${freeField}`;
  const barcode = `${bank}9${mod11(`${bank}9${rest}`)}${rest}`;
  return { barcode, line: lineOfBarcode(barcode), kind: 'bank', bank, amountMinor, ...(due !== undefined && { due }) };
}

/**
 * Reads a bar code or a typed line, with or without points and spaces. The due factor comes round every 9000 days, so that
 * today is needed to tell which time is meant: the nearest.
 */
export function readBoleto(text: string, today: Day): Result<Boleto, BoletoRefusal> {
  const digits = text.normalize('NFKC').replace(/[\s.-]/g, '');
  if (digits === '') return refuse({ no: 'boleto_missing' });

  const collection = digits.startsWith('8');
  const typed = digits.length === (collection ? 48 : 47);
  if (!/^\d+$/.test(digits) || (!typed && digits.length !== 44)) {
    return refuse({ no: 'boleto_not_readable', digits: digits.length });
  }
  if (collection && !/^8\d[6-9]/.test(digits)) return refuse({ no: 'boleto_not_readable', digits: digits.length });

  const barcode = typed ? barcodeOfLine(digits) : digits;
  if (barcode === undefined || !barcodeRight(barcode)) return refuse({ no: 'boleto_check_digit_wrong' });
  if (!collection && barcode[3] !== '9') return refuse({ no: 'boleto_currency_not_real' });

  return ok({
    barcode,
    line: lineOfBarcode(barcode),
    ...(collection ? collectionPart(barcode) : bankPart(barcode, today)),
  });
}

/** The line to type, without spaces. */
export function lineOfBarcode(barcode: string): string {
  if (!/^\d{44}$/.test(barcode)) throw new RangeError('a bar code has 44 digits');
  if (barcode.startsWith('8')) {
    const check = collectionCheck(barcode);
    return [0, 11, 22, 33].map((from) => withCheck(barcode.slice(from, from + 11), check)).join('');
  }
  const free = barcode.slice(19);
  const fields = [barcode.slice(0, 4) + free.slice(0, 5), free.slice(5, 15), free.slice(15)];
  return fields.map((field) => withCheck(field, mod10)).join('') + barcode.slice(4, 19);
}

/** The bar code of a typed line, or nothing where one of the line's own check digits is wrong. */
export function barcodeOfLine(line: string): string | undefined {
  if (/^8\d{47}$/.test(line)) {
    const blocks = [0, 12, 24, 36].map((from) => line.slice(from, from + 12));
    const barcode = blocks.map((block) => block.slice(0, 11)).join('');
    return lineOfBarcode(barcode) === line ? barcode : undefined;
  }
  if (!/^[0-79]\d{46}$/.test(line)) return undefined;
  const free = line.slice(4, 9) + line.slice(10, 20) + line.slice(21, 31);
  const barcode = line.slice(0, 4) + line.slice(32) + free;
  return lineOfBarcode(barcode) === line ? barcode : undefined;
}

/** As it is printed: 23793.38128 60007.827136 95000.063305 9 75520000370000. */
export function formatLine(line: string): string {
  const spaced = line.startsWith('8')
    ? /^(.{11})(.)(.{11})(.)(.{11})(.)(.{11})(.)$/.exec(line)
    : /^(.{5})(.{5})(.{5})(.{6})(.{5})(.{6})(.)(.{14})$/.exec(line);
  if (!spaced) return line;
  const [, a, b, c, d, e, f, g, h] = spaced;
  return line.startsWith('8') ? `${a}-${b} ${c}-${d} ${e}-${f} ${g}-${h}` : `${a}.${b} ${c}.${d} ${e}.${f} ${g} ${h}`;
}

/** Days since 1997-10-07 in four digits; 9999 was 2025-02-21, and the day after is 1000 again. */
export function dueFactor(due: Day): string {
  const days = daysBetween(FIRST_DAY, due);
  if (days < 1000) throw new RangeError(`no slip was due on ${due}`);
  return String(((days - 1000) % CYCLE) + 1000);
}

/** The day nearest to today that has this factor. */
function dueOf(factor: number, today: Day): Day {
  const cycles = Math.round((daysBetween(FIRST_DAY, today) - factor) / CYCLE);
  return addDays(FIRST_DAY, factor + Math.max(cycles, 0) * CYCLE);
}

function bankPart(barcode: string, today: Day) {
  const factor = Number(barcode.slice(5, 9));
  const amountMinor = BigInt(barcode.slice(9, 19));
  return {
    kind: 'bank' as const,
    bank: barcode.slice(0, 3),
    ...(amountMinor > 0n && { amountMinor }),
    ...(factor >= 1000 && { due: dueOf(factor, today) }),
  };
}

/** The third digit says whether there is an amount in reais (6, 8) or only a reference to one (7, 9). */
function collectionPart(barcode: string) {
  const amountMinor = BigInt(barcode.slice(4, 15));
  return { kind: 'collection' as const, ...('68'.includes(barcode[2]!) && amountMinor > 0n && { amountMinor }) };
}

function barcodeRight(barcode: string): boolean {
  if (barcode.startsWith('8')) {
    const check = collectionCheck(barcode);
    return check(barcode.slice(0, 3) + barcode.slice(4)) === barcode[3];
  }
  return mod11(barcode.slice(0, 4) + barcode.slice(5)) === barcode[4];
}

type Check = (digits: string) => string;
const withCheck = (digits: string, check: Check) => digits + check(digits);

const collectionCheck = (barcode: string): Check => ('67'.includes(barcode[2] ?? '') ? mod10 : mod11Collection);

/** Weights 2, 1, 2 … from the right, the digits of the products added. */
const mod10: Check = (digits) => String((10 - (luhnSum(`${digits}0`) % 10)) % 10);

/** Weights 2 to 9 from the right; what cannot be a digit is written 1. */
const mod11: Check = (digits) => {
  const check = 11 - (sum2To9(digits) % 11);
  return check > 9 ? '1' : String(check);
};

/** The same sum on collection slips; there what cannot be a digit is written 0. */
const mod11Collection: Check = (digits) => {
  const check = 11 - (sum2To9(digits) % 11);
  return check > 9 ? '0' : String(check);
};

const sum2To9 = (digits: string) =>
  [...digits].reverse().reduce((sum, digit, index) => sum + Number(digit) * (2 + (index % 8)), 0);
