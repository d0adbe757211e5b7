/**
 * The text inside a Pix QR code (BR Code: EMV merchant-presented, with the Central Bank's template in 26). Each part is a tag of two digits, a length of two digits, and
 * the value; the last is a CRC over all before it.
 */
export function pixCode(asked: { location: string; minor: number; name: string; city: string }): string {
  const { location, minor, name, city } = asked;
  const parts = [
    tag('00', '01'),
    // To be paid once.
    tag('01', '12'),
    tag('26', tag('00', 'br.gov.bcb.pix') + tag('25', location)),
    tag('52', '0000'),
    tag('53', '986'),
    tag('54', (minor / 100).toFixed(2)),
    tag('58', 'BR'),
    tag('59', name.slice(0, 25)),
    tag('60', city.slice(0, 15)),
    // The number of the charge is behind the location, so none stands here.
    tag('62', tag('05', '***')),
  ];
  const text = `${parts.join('')}6304`;
  return text + crc16(text);
}

const tag = (id: string, value: string): string => id + String(value.length).padStart(2, '0') + value;

/** CRC-16/CCITT-FALSE, four hexadecimal digits. */
export function crc16(text: string): string {
  let crc = 0xffff;
  for (const byte of Buffer.from(text)) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = ((crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff) >>> 0;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}
