/**
 * A page that waits for news says how often to look, in milliseconds (`data-waits`), and what it tells (`data-tells`). While
 * somebody looks at it, it looks again by itself, and is put anew once it tells something else.
 */
import { pageFrom, show } from './in-place.ts';

let next: ReturnType<typeof setTimeout> | undefined;

const waits = (page: Document) => page.querySelector<HTMLElement>('[data-waits]')?.dataset['waits'];
const tells = (page: Document) => page.querySelector<HTMLElement>('[data-tells]')?.dataset['tells'];

/** Who was at their bank meanwhile and comes back sees at once how it stands. */
export function openWaiting(): void {
  waitForNews();
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && waits(document)) void lookAgain();
  });
}

function waitForNews(): void {
  clearTimeout(next);
  const pause = waits(document);
  if (pause && !document.hidden) next = setTimeout(() => void lookAgain(), Number(pause));
}

async function lookAgain(): Promise<void> {
  clearTimeout(next);
  try {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
    const page = answer.ok && !answer.redirected ? await pageFrom(answer) : undefined;
    if (page && tells(page) !== tells(document)) show(page);
  } catch {
    // Without a connection the page stands as it is.
  }
  waitForNews();
}
