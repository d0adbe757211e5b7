import { expect, test } from 'vitest';
import { writtenText } from './written-text.ts';

const within = { least: 2, most: 60 };
const said = (text: string) => {
  const written = writtenText(text, within);
  return written.ok ? written.value : written.refusal.no;
};

test.each([
  'write to ana@mail.com',
  'ana.souza+x@mail.example.com.br please',
  'ana (at) mail (dot) com',
  'ana arroba mail ponto com',
  'ａｎａ＠ｍａｉｌ．ｃｏｍ',
])('%s holds a mail address', (text) => expect(said(text)).toBe('text_holds_a_mail_address'));

test.each([
  '+55 11 91234-5678',
  'zap 11912345678',
  '(11) 91234-5678',
  '0049 170 1234567',
  '06 12 34 56 78',
  '9123-4567',
  'call +1 (415) 555-2671 now',
  '٠١٠١٢٣٤٥٦٧٨',
])('%s holds a telephone number', (text) => expect(said(text)).toBe('text_holds_a_phone_number'));

test.each(['see https://x.test', 'www.shop.test', 'wa.me/5511'])('%s holds a link', (text) =>
  expect(said(text)).toBe('text_holds_a_link'),
);

test.each([
  'Is it 1200 x 800 x 600 mm?',
  'EAN 4006381333931?',
  'I pay 1.234.567,89 or 1 000 000 000',
  'until 2026-11-22 10:30, or 22/11/2026',
  'sizes 36 38 40 42 44',
  '220-240 V, 50/60 Hz, 1800 W',
  'Look at me. Then at 10 cm.',
  'model AB123456789X',
])('%s holds nothing of the kind', (text) => expect(said(text)).toBe(text));

test('texts are measured in characters and cleaned of what nobody sees', () => {
  expect(said('x')).toBe('text_is_too_short');
  expect(said('🙂'.repeat(60))).toBe('🙂'.repeat(60));
  expect(said('🙂'.repeat(61))).toBe('text_is_too_long');
  expect(said('  a \u202e b\r\n\r\n\r\n\r\nc  ')).toBe('a  b\n\nc');
});
