import { newId } from '../ground/ids.ts';
import type { Journal } from '../ground/journal.ts';
import { asIs, type Html } from '../ground/page.ts';
import { Refused } from '../ground/refused.ts';
import { slipOf } from './boleto.ts';
import type { Amount, Payment } from './payment.ts';
import { pixCode } from './pix.ts';

/** Who stands on slips and in Pix codes: the provider collects for its shops. */
export const payee = { name: 'Harbour Pay Pagamentos', cnpj: '16.727.230/0001-97', city: 'SAO PAULO' };

type Asked = { amount: Amount; expires_at: string };

export interface Papers {
  slip(asked: Asked): NonNullable<Payment['boleto']>;
  pix(asked: Asked): NonNullable<Payment['pix']>;
}

/** Not the code of any bank. */
const bank = '999';

export function openPapers(journal: Journal): Papers {
  const counters = journal.table<{ id: string; last: number }>('counter');
  function nextSlip(): string {
    const counter = counters.get('slip') ?? { id: 'slip', last: 0 };
    counter.last++;
    return String(counters.put(counter).last).padStart(11, '0');
  }
  return {
    slip({ amount, expires_at }) {
      inReais(amount, 9_999_999_999);
      // A slip is good to the end of its day in Brasília.
      const due_date = new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/Sao_Paulo' }).format(new Date(expires_at));
      return { ...slipOf({ bank, due: due_date, minor: amount.minor, free: `${nextSlip()}00010000000001` }), due_date };
    },
    pix({ amount, expires_at }) {
      inReais(amount, 1e12);
      const location = `pix.harbourpay.example/qr/${newId('v2', new Date(expires_at)).slice(3)}`;
      return { emv: pixCode({ location, minor: amount.minor, name: payee.name, city: payee.city }) };
    },
  };
}

function inReais({ currency, minor }: Amount, most: number): void {
  if (currency !== 'BRL')
    throw new Refused(422, 'only_in_brl', 'Boleto and Pix are paid in reais only.', 'amount.currency');
  if (minor > most) throw new Refused(422, 'amount_too_large', `At most ${most} centavos.`, 'amount.minor');
}

/** Drawn only when somebody looks: the drawing library is large. */
export async function barcodePicture(barcode: string): Promise<Html> {
  const { toSVG } = await import('bwip-js/node');
  const svg = toSVG({ bcid: 'interleaved2of5', text: barcode, height: 13, scale: 2, includetext: false });
  // Its bars may be stretched to the width and height of the page; a QR code must stay square.
  return asIs(svg.replace('<svg ', '<svg preserveAspectRatio="none" '));
}

export async function qrPicture(text: string): Promise<Html> {
  const { toSVG } = await import('bwip-js/node');
  // The type of the library does not know the options of each kind of code.
  const options = { bcid: 'qrcode', text, eclevel: 'M', scale: 3 };
  return asIs(toSVG(options));
}
