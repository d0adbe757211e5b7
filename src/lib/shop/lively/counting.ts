/** How long is left is counted down where the page says until when. */
import { leftText } from '../../days.ts';

let ticking: ReturnType<typeof setInterval> | undefined;

/** Where the page carries such a time. How long is left comes from the server: a wrong clock of the browser does not matter. */
export function countDown(): void {
  const counted = document.querySelectorAll<HTMLElement>('[data-left]');
  for (const one of counted) {
    one.dataset['end'] ??= String(Date.now() + Number(one.dataset['left']));
    const left = Number(one.dataset['end']) - Date.now();
    const text = left > 0 ? leftText(left, document.documentElement.lang) : one.dataset['over'];
    if (text && text !== one.textContent) one.textContent = text;
  }
  if (counted.length > 0) ticking ??= setInterval(countDown, 1000);
}
