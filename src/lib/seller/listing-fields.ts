/** Fields of the editor's form by name: in which part of the page they are, and how they get the focus. */

const parts: readonly { begins: RegExp; section: string }[] = [
  { begins: /^picture/, section: 'pictures' },
  { begins: /^(titles|descriptions)\./, section: 'texts' },
  { begins: /^(a\.|brand|kind)/, section: 'details' },
  { begins: /^v\./, section: 'variants' },
  { begins: /^(hs|origin|battery)/, section: 'customs' },
];

/** The part that a link leads to where there is no script. */
export const sectionOf = (field: string): string =>
  parts.find(({ begins }) => begins.test(field))?.section ?? 'details';

/** Gives a field the focus; where it is not there, the part in which it would be. */
export function focusField(field: string): void {
  const named = [...document.getElementsByName(field)].find(
    (one) => !(one instanceof HTMLInputElement && one.type === 'hidden'),
  );
  const place = named ?? document.getElementById(sectionOf(field));
  place?.closest('details')?.setAttribute('open', '');
  place?.scrollIntoView({ block: 'center' });
  named?.focus({ preventScroll: true });
}
