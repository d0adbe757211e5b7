import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { barcodeOfLine, dueFactor, formatLine, lineOfBarcode, makeBoleto, readBoleto } from './boleto.ts';
import { addDays } from './period.ts';
import { must } from './result.ts';

const today = '2026-11-22';
const read = (text: string, day = today) => must(readBoleto(text, day));
const no = (text: string) => {
  const result = readBoleto(text, today);
  return result.ok ? 'read' : result.refusal.no;
};

describe('bank slips', () => {
  test('a printed line is read', () => {
    expect(read('23793.38128 60007.827136 95000.063305 9 75520000370000')).toEqual({
      kind: 'bank',
      barcode: '23799755200003700003381260007827139500006330',
      line: '23793381286000782713695000063305975520000370000',
      bank: '237',
      amountMinor: 370_000n,
      due: '2018-06-11',
    });
    expect(read('00190500954014481606906809350314716410000015000')).toMatchObject({
      barcode: '00197164100000150000500940144816060680935031',
      amountMinor: 15_000n,
      due: '2026-11-25',
    });
  });

  test('a bar code is read', () => {
    expect(read('00193373700000001000500940144816060680935031')).toMatchObject({
      line: '00190500954014481606906809350314337370000000100',
      bank: '001',
      amountMinor: 100n,
    });
  });

  test('is made', () => {
    const slip = makeBoleto({
      bank: '001',
      amountMinor: 15_000n,
      due: '2026-11-25',
      freeField: '0500940144816060680935031',
    });
    expect(slip).toEqual(read('00197164100000150000500940144816060680935031'));
    expect(formatLine(slip.line)).toBe('00190.50095 40144.816069 06809.350314 7 16410000015000');
  });

  test('the amount or the day may be left to the payer', () => {
    const open = makeBoleto({ bank: '237', amountMinor: 1n, freeField: '0'.repeat(25) });
    expect(read(open.line)).toEqual(open);
    expect(open.due).toBeUndefined();
    const nothing = '0'.repeat(39); // neither day nor amount, free field of zeros
    const anyAmount = [...'0123456789'].map((check) => `2379${check}${nothing}`).find((code) => no(code) === 'read')!;
    expect(read(anyAmount)).not.toHaveProperty('amountMinor');
    expect(read(anyAmount)).not.toHaveProperty('due');
  });

  test('every wrong digit of the three checked fields is found out', () => {
    const line = '00190500954014481606906809350314716410000015000';
    for (let at = 0; at < 32; at++) {
      for (let by = 1; by < 10; by++) {
        const changed = line.slice(0, at) + ((Number(line[at]) + by) % 10) + line.slice(at + 1);
        expect(no(changed), changed).not.toBe('read');
      }
    }
    expect(no('23793.38128 60007.827136 95000.063305 4 75520000370000')).toBe('boleto_check_digit_wrong');
  });

  test('what is no slip is refused with what is wrong', () => {
    expect(no(' . ')).toBe('boleto_missing');
    expect(readBoleto('2379338128', today)).toEqual({ ok: false, refusal: { no: 'boleto_not_readable', digits: 10 } });
    expect(no('x'.repeat(44))).toBe('boleto_not_readable');
    expect(no('536400000011331201380002812884627116080136181551')).toBe('boleto_not_readable');
    // The same slip in another currency than the real (8), with its check digits made anew.
    const other = [...'123456789'].map((check) => `0018${check}164100000150000500940144816060680935031`);
    expect(other.map(no)).toContain('boleto_currency_not_real');
  });

  test('what cannot be made is a bug', () => {
    const order = { bank: '001', amountMinor: 1n, due: today, freeField: '1'.repeat(25) };
    expect(() => makeBoleto({ ...order, bank: '1' })).toThrow('not a bank');
    expect(() => makeBoleto({ ...order, freeField: '1' })).toThrow('25 digits');
    expect(() => makeBoleto({ ...order, amountMinor: 0n })).toThrow('no slip carries this amount');
    expect(() => makeBoleto({ ...order, amountMinor: 10_000_000_000n })).toThrow('no slip carries this amount');
    expect(() => makeBoleto({ ...order, due: '1999-01-01' })).toThrow('no slip was due');
    expect(() => lineOfBarcode('1')).toThrow('44 digits');
    expect(barcodeOfLine('1')).toBeUndefined();
  });

  test('what is made is read, whatever the day', () => {
    const days = fc.integer({ min: -3000, max: 4000 }).map((count) => addDays(today, count));
    const order = fc.record({
      bank: fc.stringMatching(/^[0-7]\d\d$/),
      amountMinor: fc.bigInt({ min: 1n, max: 9_999_999_999n }),
      due: days,
      freeField: fc.stringMatching(/^\d{25}$/),
    });
    fc.assert(
      fc.property(order, (wanted) => {
        const slip = makeBoleto(wanted);
        expect(slip.barcode).toMatch(/^\d{44}$/);
        expect(slip.line).toMatch(/^\d{47}$/);
        expect(read(slip.barcode)).toEqual(slip);
        expect(read(formatLine(slip.line))).toEqual(slip);
        expect(barcodeOfLine(lineOfBarcode(slip.barcode))).toBe(slip.barcode);
      }),
    );
  });
});

describe('the due factor', () => {
  test('begins again at 1000 on 2025-02-22', () => {
    expect(['2000-07-03', '2025-02-21', '2025-02-22', '2026-11-22'].map(dueFactor)).toEqual([
      '1000',
      '9999',
      '1000',
      '1638',
    ]);
  });

  test('means the day nearest to today', () => {
    const code = makeBoleto({ bank: '001', amountMinor: 1n, due: '2026-11-25', freeField: '0'.repeat(25) }).barcode;
    expect(read(code, '2026-11-22').due).toBe('2026-11-25');
    expect(read(code, '2002-01-01').due).toBe('2002-04-05');
    expect(read(code, '2050-01-01').due).toBe('2051-07-17');
    const last = makeBoleto({ bank: '001', amountMinor: 1n, due: '2025-02-21', freeField: '0'.repeat(25) }).barcode;
    expect(read(last, '2025-02-22').due).toBe('2025-02-21');
  });
});

describe('collection slips', () => {
  test('are read with their own check digits', () => {
    expect(read('836200000005 667800481000 180975657313 001589636081')).toEqual({
      kind: 'collection',
      barcode: '83620000000667800481001809756573100158963608',
      line: '836200000005667800481000180975657313001589636081',
      amountMinor: 6678n,
    });
    expect(read('85890000460-9 52460179160-5 60759305086-5 83148300001-0')).toMatchObject({
      kind: 'collection',
      amountMinor: 4_605_246n,
    });
    expect(read('83620000000667800481001809756573100158963608').kind).toBe('collection');
    expect(formatLine('858900004609524601791605607593050865831483000010')).toBe(
      '85890000460-9 52460179160-5 60759305086-5 83148300001-0',
    );
  });

  test('wrong ones are refused', () => {
    expect(no('836200000005 667800481000 180975657313 001589636082')).toBe('boleto_check_digit_wrong');
    expect(no('85890000460-9 52460179160-5 60759305086-5 83148300001-1')).toBe('boleto_check_digit_wrong');
    expect(no('816200000005667800481000180975657313001589636081')).toBe('boleto_check_digit_wrong');
    expect(no('831200000005667800481000180975657313001589636081')).toBe('boleto_not_readable');
  });
});
