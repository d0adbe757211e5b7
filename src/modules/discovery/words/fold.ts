/** How letters are made comparable: what people type and what sellers write go through the same hands. */

/** Marks above and below letters, of Latin, Greek and Cyrillic, Hebrew points and Arabic vowels. Those of Thai and of Japanese kana are letters, and stay. */
const marks = /[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670]/g;

/** Letters that no decomposition takes apart. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  þ: 'th',
  ð: 'd',
  // Arabic is typed with and without the hamza, and ends in either ya and either ta.
  ٱ: 'ا',
  ى: 'ي',
  ة: 'ه',
};
const special = new RegExp(`[${Object.keys(letters).join('')}]`, 'g');

/** Small letters without accents, wide ones narrow: `Aço Inoxidável` is `aco inoxidavel`. */
export function folded(text: string): string {
  if (/^[ -~]*$/.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(marks, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(marks, '')
    .replace(special, (letter) => letters[letter]!);
}
