import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money, moneyOf } from './money.ts';
import { makePix, readPix, type Pix } from './pix.ts';
import { must } from './result.ts';

// The example of the Banco Central's manual of the BR Code.
const fulano =
  '00020126580014br.gov.bcb.pix0136123e4567-e12b-12d1-a456-4266554400005204000053039865802BR5913Fulano de Tal6008BRASILIA62070503***63041D3D';
const no = (text: string) => {
  const result = readPix(text);
  return result.ok ? 'read' : result.refusal.no;
};

describe('Pix', () => {
  test("makes the central bank's example", () => {
    const pix: Pix = { key: '123e4567-e12b-12d1-a456-426655440000', name: 'Fulano de Tal', city: 'BRASILIA' };
    expect(makePix(pix)).toBe(fulano);
    expect(must(readPix(` ${fulano}\n`))).toEqual(pix);
  });

  test('carries amount, reference and a name as the payer can read it', () => {
    const text = makePix({
      key: 'loja@example.com',
      amount: moneyOf('BRL', '150.05'),
      name: 'Comércio de Chaleiras São João Ltda',
      city: 'São José dos Campos',
      reference: 'PEDIDO42',
      description: 'Chaleira elétrica',
      once: true,
    });
    expect(text).toContain('5406150.05');
    expect(must(readPix(text))).toEqual({
      key: 'loja@example.com',
      amount: moneyOf('BRL', '150.05'),
      name: 'Comercio de Chaleiras Sao',
      city: 'Sao Jose dos Ca',
      reference: 'PEDIDO42',
      description: 'Chaleira eletrica',
      once: true,
    });
  });

  test('a dynamic code carries the address of the charge', () => {
    const pix: Pix = {
      url: 'pix.example.com/8b3da2f39a4140d1a91abd93113bd441',
      name: 'Fulano de Tal',
      city: 'BRASILIA',
      once: true,
    };
    const text = makePix(pix);
    expect(text).toContain('26700014br.gov.bcb.pix2548pix.example.com/8b3da2f39a4140d1a91abd93113bd441');
    expect(must(readPix(text))).toEqual(pix);
  });

  test('what is no Pix code is refused', () => {
    expect(no(' ')).toBe('pix_missing');
    expect(no('hello')).toBe('pix_not_readable');
    expect(no(fulano.slice(0, -1))).toBe('pix_not_readable');
    expect(no(fulano.replace('Fulano', 'Sicrano'))).toBe('pix_not_readable'); // one sign longer than it says
    expect(no(fulano.replace('Fulano', 'Fulana'))).toBe('pix_check_wrong');
    expect(no(withCheck(fulano.replace('br.gov.bcb.pix', 'br.com.other.1')))).toBe('pix_not_for_pix');
    expect(no(withCheck(fulano.replace('5303986', '5303840')))).toBe('pix_currency_not_real');
    expect(no(`${fulano.slice(0, -4)}1d3d`)).toBe('read');
  });

  test('what cannot be made is a bug', () => {
    const pix: Pix = { key: 'a@b.c', name: 'A', city: 'B' };
    expect(() => makePix({ name: 'A', city: 'B' })).toThrow('a key or an address');
    expect(() => makePix({ ...pix, url: 'x' })).toThrow('a key or an address');
    expect(() => makePix({ ...pix, amount: moneyOf('EUR', '1.00') })).toThrow('not EUR');
    expect(() => makePix({ ...pix, amount: money('BRL', 0n) })).toThrow('no Pix code carries');
    expect(() => makePix({ ...pix, reference: 'with space' })).toThrow('not a reference');
    expect(() => makePix({ ...pix, description: 'x'.repeat(100) })).toThrow('99 signs');
  });

  test('what is made is read', () => {
    const words = fc.stringMatching(/^[A-Za-z0-9]([A-Za-z0-9 ]{0,10}[A-Za-z0-9])?$/);
    const pix = fc.record({
      key: fc.stringMatching(/^[a-z0-9.@+-]{1,60}$/),
      amount: fc.bigInt({ min: 1n, max: 999_999_999_999n }).map((minor) => money('BRL', minor)),
      name: words,
      city: words,
      reference: fc.stringMatching(/^[A-Za-z0-9]{1,25}$/),
    });
    fc.assert(
      fc.property(pix, (wanted) => {
        expect(must(readPix(makePix(wanted)))).toEqual(wanted);
      }),
    );
  });
});

/** The same text with its check computed anew, by the definition and not by our table. */
function withCheck(text: string): string {
  const body = text.slice(0, -4);
  let crc = 0xffff;
  for (const sign of body) {
    for (let bit = 7; bit >= 0; bit--) {
      const out = ((crc >> 15) & 1) ^ ((sign.charCodeAt(0) >> bit) & 1);
      crc = ((crc << 1) & 0xffff) ^ (out ? 0x1021 : 0);
    }
  }
  return body + crc.toString(16).toUpperCase().padStart(4, '0');
}
