/** Bank accounts as each country writes them. Where accounts have an IBAN it is asked for; elsewhere a number and the bank's code. */
import { checkIdentifier } from '#kernel/identifiers';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';

export type BankAccount = { iban: string } | { number: string; bank: string; country: string };

export interface TypedAccount {
  iban?: string | undefined;
  number?: string | undefined;
  bank?: string | undefined;
}

export type AccountRefusal =
  | { no: 'iban_is_needed'; country: string }
  | { no: 'iban_is_wrong' }
  | { no: 'bank_code_is_wrong'; called: string; example: string }
  | { no: 'account_number_is_wrong'; example: string };

/** Countries whose banks pay to an IBAN only (SWIFT IBAN registry; those of them that also pay to numbers are below). */
const ibanOnly = new Set(
  (
    'AD AE AL AT AZ BA BE BG BH CH CY CZ DE DK DO EE ES FI FO FR GB GE GI GL GR GT HR HU IE IL IQ IS IT JO KW KZ LB LI LT LU LV MC MD ME MK MR MT MU ' +
    'NL NO PK PL PS PT QA RO RS SA SC SE SI SK SM TN TR UA VA VG XK'
  ).split(' '),
);

interface AccountForm {
  /** What the bank's code is called there. */
  called: string;
  bank: RegExp;
  bankExample: string;
  number: RegExp;
  numberExample: string;
  /** A check beyond the shape: which of the two does not hold. */
  problem?: (bank: string, number: string) => 'bank' | 'number' | undefined;
}

const forms: Record<string, AccountForm> = {
  AU: { called: 'BSB', bank: /^\d{6}$/, bankExample: '062-000', number: /^\d{5,9}$/, numberExample: '12345678' },
  BR: {
    called: 'banco e agência',
    bank: /^\d{3}\d{4}[\dX]?$/,
    bankExample: '001/1234-5',
    number: /^\d{3,13}[\dX]$/,
    numberExample: '12345-6',
  },
  CA: {
    called: 'transit and institution',
    bank: /^\d{8}$/,
    bankExample: '00012-003',
    number: /^\d{5,12}$/,
    numberExample: '1234567',
  },
  CN: {
    called: 'CNAPS',
    bank: /^\d{12}$/,
    bankExample: '102584002215',
    number: /^\d{8,32}$/,
    numberExample: '6222021234567890123',
  },
  IN: {
    called: 'IFSC',
    bank: /^[A-Z]{4}0[A-Z0-9]{6}$/,
    bankExample: 'HDFC0000001',
    number: /^\d{9,18}$/,
    numberExample: '50100012345678',
  },
  JP: {
    called: 'bank and branch',
    bank: /^\d{7}$/,
    bankExample: '0001-100',
    number: /^\d{7}$/,
    numberExample: '1234567',
  },
  MX: {
    called: 'banco',
    bank: /^\d{3}$/,
    bankExample: '032',
    number: /^\d{18}$/,
    numberExample: '032180000118359719',
    problem: (bank, number) =>
      number.startsWith(bank) && checkIdentifier('mx_clabe', number).ok ? undefined : 'number',
  },
  US: {
    called: 'routing number',
    bank: /^\d{9}$/,
    bankExample: '111000025',
    number: /^\d{4,17}$/,
    numberExample: '123456789',
    problem: (bank) => (checkIdentifier('us_routing', bank).ok ? undefined : 'bank'),
  },
};

/** Everywhere else: the bank by its BIC (ISO 9362) and the number as the bank writes it. */
const elsewhere: AccountForm = {
  called: 'BIC',
  bank: /^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/,
  bankExample: 'HSBCHKHHHKH',
  number: /^[A-Z0-9]{4,34}$/,
  numberExample: '123456789012',
};

const bare = (text: string) =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s./-]/g, '');

/** What a page asks for: an IBAN, or the bank's code and a number, with examples. */
export function accountForm(country: string): {
  iban: boolean;
  called: string;
  bankExample: string;
  numberExample: string;
} {
  const { called, bankExample, numberExample } = forms[country] ?? elsewhere;
  return { iban: ibanOnly.has(country), called, bankExample, numberExample };
}

export function checkAccount(
  country: string,
  { iban, number, bank }: TypedAccount,
): Result<BankAccount, AccountRefusal> {
  if (iban) {
    const checked = checkIdentifier('iban', iban);
    return checked.ok ? ok({ iban: checked.value }) : refuse({ no: 'iban_is_wrong' });
  }
  if (ibanOnly.has(country)) return refuse({ no: 'iban_is_needed', country });
  const form = forms[country] ?? elsewhere;
  const [code, account] = [bare(bank ?? ''), bare(number ?? '')];
  const problem = !form.bank.test(code)
    ? 'bank'
    : !form.number.test(account)
      ? 'number'
      : form.problem?.(code, account);
  if (problem === 'bank') return refuse({ no: 'bank_code_is_wrong', called: form.called, example: form.bankExample });
  if (problem === 'number') return refuse({ no: 'account_number_is_wrong', example: form.numberExample });
  return ok({ number: account, bank: code, country });
}

/** What is shown of an account. */
export function last4Of(account: BankAccount): string {
  return ('iban' in account ? account.iban : account.number).replace(/\W/g, '').slice(-4);
}
