/** What a page needs each time something has been put into it. */
import { whenText } from '../../days.ts';
import { offerCopying } from './copying.ts';
import { countDown } from './counting.ts';

export function refresh(): void {
  inOwnTime();
  countDown();
  offerCopying();
  showChosenTabs();
}

/** The server does not know where the reader sits and writes UTC; here it becomes the reader's own time. */
function inOwnTime(): void {
  const locale = document.documentElement.lang;
  for (const time of document.querySelectorAll<HTMLTimeElement>('time[data-own]')) {
    const at = new Date(time.dateTime);
    time.textContent = whenText(at, locale, { moment: time.dataset['own'] === 'moment', zone: undefined });
    time.title = whenText(at, locale, { moment: true, exact: true, zone: undefined });
    delete time.dataset['own'];
  }
}

/** A row of tabs scrolls sideways on a phone: the one that is open is seen. Only the row moves, the page stays. */
function showChosenTabs(): void {
  for (const tab of document.querySelectorAll('nav li > [aria-current="page"]')) {
    const list = tab.closest('ul');
    if (!list || list.scrollWidth <= list.clientWidth) continue;
    const [seen, place] = [list.getBoundingClientRect(), tab.getBoundingClientRect()];
    list.scrollLeft += place.left + place.width / 2 - seen.left - seen.width / 2;
  }
}
