/** Names that were made for machines, made readable again; and codes for what has a name. */

/** A code that none of the others has. */
export function freeCode(wanted: string, kind: string, taken: Set<string>): string {
  let code = wanted === '' ? kind : wanted;
  for (let n = 1; taken.has(code); n++) code = n === 1 ? `${wanted}-${kind}` : `${wanted}-${kind}${n}`;
  taken.add(code);
  return code;
}

/** Small letters, digits and hyphens. */
export function slug(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '');
}

const capitals =
  /\b(usb|hdmi|dvi|vga|led|lcd|lan|ac|dc|cpu|ecc|poe|ups|hdd|ssd|dpi|rj|awg|fsb|rohs|pci|sim|gps|nfc|ram|tv|cd|dvd|kvm|ups|iso|ip|os)\b/g;

/** `operating_temperature__t_t_` was "Operating temperature (T-T)" before it was made a name for machines. */
export function spoken(name: string): string {
  const [main = '', ...inBrackets] = name.replace(/_$/, '').split('__');
  const brackets = inBrackets
    .filter((part) => part !== '' && !/^([a-z])_\1$/.test(part))
    .map((part) => ` (${part.replaceAll('_', ' ').trim()})`);
  const text = (main.replaceAll('_', ' ') + brackets.join('')).trim().replace(capitals, (word) => word.toUpperCase());
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
