/**
 * Keys of the desk: single letters, heard only while nobody types and no sheet lies over the page. Whoever dictates, or reads
 * by keys of their own, turns them off once (WCAG 2.1.4); the browser remembers it.
 */
const place = 'entrepot_desk_keys';
let on = $state(true);

export const keysAreOn = (): boolean => on;

/** Reads what was chosen in this browser before. */
export function recallKeys(): void {
  on = localStorage.getItem(place) !== 'off';
}

export function useKeys(use: boolean): void {
  on = use;
  localStorage.setItem(place, use ? 'on' : 'off');
}

const typing = 'input:not([type="checkbox"], [type="radio"]), select, textarea, [contenteditable]';

/** The letter that was meant for the page, if one was. */
export function keyOf(event: KeyboardEvent): string | undefined {
  if (!on || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return undefined;
  if (document.activeElement?.matches(typing) || document.querySelector('dialog[open]')) return undefined;
  return event.key;
}

/** “⌘ Enter” where keyboards have that key. */
export const sendKeys = (): string =>
  typeof navigator !== 'undefined' && /Mac|iP(hone|ad)/.test(navigator.userAgent) ? '⌘ Enter' : 'Ctrl Enter';
