import { moneyOf, type Money } from './money.ts';
import { ok, refuse, type Result } from './result.ts';

/**
 * The text of a Pix QR code (BR Code: EMV merchant-presented, Banco Central do Brasil). A static one carries the key of
 * the receiver, a dynamic one the address where the charge itself is found.
 */
export interface Pix {
  /** CPF, CNPJ, e-mail, telephone or random key. */
  readonly key?: string;
  /** Address of the charge without https://, at most 77 signs. */
  readonly url?: string;
  /** In reais; left to the payer on static codes without it, and to the charge on dynamic ones. */
  readonly amount?: Money;
  /** The receiver as the payer sees it. */
  readonly name: string;
  readonly city: string;
  readonly postalCode?: string;
  /** What the receiver finds the payment by: 1 to 25 letters and digits. */
  readonly reference?: string;
  readonly description?: string;
  /** Whether the code may be paid once only. */
  readonly once?: boolean;
}

export type PixRefusal =
  | { no: 'pix_missing' }
  | { no: 'pix_not_readable' }
  | { no: 'pix_check_wrong' }
  | { no: 'pix_not_for_pix' }
  | { no: 'pix_currency_not_real' };

const SCHEME = 'br.gov.bcb.pix';
const REAL = '986';

/** Makes the text. Accents go and names are cut to what the code carries (25 and 15 signs). */
export function makePix(pix: Pix): string {
  if ((pix.key === undefined) === (pix.url === undefined)) throw new TypeError('a Pix code has a key or an address');
  if (pix.amount && pix.amount.currency !== 'BRL')
    throw new TypeError(`Pix is paid in reais, not ${pix.amount.currency}`);
  if (pix.reference !== undefined && !/^[A-Za-z0-9]{1,25}$/.test(pix.reference)) {
    throw new RangeError(`not a reference: ${pix.reference}`);
  }

  const account = [
    part('00', SCHEME),
    part('01', pix.key),
    part('02', pix.description && ascii(pix.description)),
    part('25', pix.url),
  ];
  const fields = [
    part('00', '01'),
    pix.once || pix.url !== undefined ? part('01', '12') : '',
    part('26', account.join('')),
    part('52', '0000'),
    part('53', REAL),
    part('54', pix.amount && reais(pix.amount)),
    part('58', 'BR'),
    part('59', ascii(pix.name).slice(0, 25).trim()),
    part('60', ascii(pix.city).slice(0, 15).trim()),
    part('61', pix.postalCode),
    part('62', part('05', pix.reference ?? '***')),
  ];
  const text = `${fields.join('')}6304`;
  return text + crc16(text);
}

/** Reads the text of a code, from the camera or pasted. */
export function readPix(text: string): Result<Pix, PixRefusal> {
  const typed = text.trim();
  if (typed === '') return refuse({ no: 'pix_missing' });

  const fields = partsOf(typed);
  if (!fields || fields.get('00') !== '01' || !/6304[0-9A-F]{4}$/i.test(typed))
    return refuse({ no: 'pix_not_readable' });
  if (crc16(typed.slice(0, -4)) !== typed.slice(-4).toUpperCase()) return refuse({ no: 'pix_check_wrong' });

  const account = accountOf(fields);
  if (!account) return refuse({ no: 'pix_not_for_pix' });
  if (fields.get('53') !== REAL) return refuse({ no: 'pix_currency_not_real' });

  const [key, url, amount] = [account.get('01'), account.get('25'), fields.get('54')];
  const reference = partsOf(fields.get('62') ?? '')?.get('05');
  if ((key === undefined && url === undefined) || (amount !== undefined && !/^\d{1,10}(\.\d{1,2})?$/.test(amount))) {
    return refuse({ no: 'pix_not_readable' });
  }
  return ok({
    ...(url === undefined ? { key: key! } : { url }),
    ...(amount !== undefined && Number(amount) > 0 && { amount: moneyOf('BRL', amount) }),
    name: fields.get('59') ?? '',
    city: fields.get('60') ?? '',
    ...optional('postalCode', fields.get('61')),
    ...optional('reference', reference === '***' ? undefined : reference),
    ...optional('description', account.get('02')),
    ...(fields.get('01') === '12' && { once: true }),
  });
}

/** Fields are two digits of name, two of length, then the value. */
function part(name: string, value: string | undefined): string {
  if (value === undefined || value === '') return '';
  if (value.length > 99) throw new RangeError(`field ${name} of a Pix code carries 99 signs at most`);
  return `${name}${String(value.length).padStart(2, '0')}${value}`;
}

function partsOf(text: string): Map<string, string> | undefined {
  const parts = new Map<string, string>();
  for (let at = 0; at < text.length;) {
    const [, name = '', length = ''] = /^(\d\d)(\d\d)/.exec(text.slice(at, at + 4)) ?? [];
    const value = text.slice(at + 4, at + 4 + Number(length));
    if (name === '' || value.length !== Number(length) || parts.has(name)) return undefined;
    parts.set(name, value);
    at += 4 + value.length;
  }
  return parts;
}

/** Codes may carry several accounts, of other schemes too, in fields 26 to 51. */
function accountOf(fields: ReadonlyMap<string, string>): Map<string, string> | undefined {
  for (const [name, value] of fields) {
    const account = Number(name) >= 26 && Number(name) <= 51 ? partsOf(value) : undefined;
    if (account?.get('00')?.toLowerCase() === SCHEME) return account;
  }
  return undefined;
}

function optional<Name extends string>(name: Name, value: string | undefined): { [N in Name]?: string } {
  return (value === undefined ? {} : { [name]: value }) as { [N in Name]?: string };
}

function reais({ minor }: Money): string {
  if (minor <= 0n || minor > 999_999_999_999n) throw new RangeError(`no Pix code carries this amount: ${minor}`);
  return `${minor / 100n}.${String(minor % 100n).padStart(2, '0')}`;
}

const ascii = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[^\x20-\x7e]/g, '')
    .trim();

/** CRC-16/CCITT-FALSE: polynomial 1021, beginning with FFFF. */
function crc16(text: string): string {
  let crc = 0xffff;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}
