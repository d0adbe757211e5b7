/** Finds out about a request what every page needs to know. */
import type { RequestEvent } from '@sveltejs/kit';
import { currencies } from '#kernel/money';
import { isCountry } from '#kernel/place';
import { actorOfSession } from '#modules/parties';
import { guest } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { theHouse } from '#platform/house';
import { perform } from '#platform/perform';
import { textsSet } from '#platform/texts';
import { question } from '#platform/work';
import {
  acceptedLocale,
  firstLocale,
  inLocale,
  isConsole,
  isLocale,
  localeOfPath,
  withoutLocale,
} from '../words/locales.ts';
import { siteOf } from '../server/sites.ts';
import type { Locale } from '../words/locales.ts';
import { becomeGuest, guestCookie, preference, sessionCookie } from './cookies.ts';
import { sayAs, sayIn } from './messages.ts';

const payable = new Set(currencies);

export async function receive(event: RequestEvent): Promise<void> {
  const { locals, cookies } = event;
  locals.requestId = requestId(event.request.headers.get('x-request-id'));
  locals.locale = localeOf(event);
  locals.t = sayIn(locals.locale);
  locals.to = (path) => inLocale(path, locals.locale);
  locals.house = theHouse();
  sayAs(await textsSet(locals.house));
  locals.guest = guestId(cookies.get(guestCookie));
  locals.by = await actorOfSession(locals.house, cookies.get(sessionCookie), locals.guest);
  locals.store = storeAtHand(locals.by, preference(event, 'store'));
  Object.assign(locals, placeOf(event, locals.locale));
  locals.ask = (ask, input) => question(locals.house, locals.by, ask, input);
  locals.perform = (key, deed, input) => {
    if (locals.by.kind === 'visitor') locals.by = guest((locals.guest = becomeGuest(event)));
    return perform(locals.house, { key, by: locals.by }, deed, input);
  };
}

/** In the shop the path says it; in the consoles the person's cookie, or else their browser. */
function localeOf(event: RequestEvent): Locale {
  const { pathname } = event.url;
  if (!isConsole(withoutLocale(pathname))) return localeOfPath(pathname) ?? firstLocale;
  const kept = preference(event, 'locale');
  return isLocale(kept) ? kept : (acceptedLocale(event.request.headers.get('accept-language')) ?? firstLocale);
}

function placeOf(event: RequestEvent, locale: Locale): { country: string; currency: string } {
  const country = preference(event, 'country');
  const currency = preference(event, 'currency');
  return {
    country: country && isCountry(country) ? country : siteOf[locale].country,
    currency: currency && payable.has(currency) ? currency : siteOf[locale].currency,
  };
}

/** The one they chose, if they still work there; else the first of theirs. */
function storeAtHand(by: Actor, chosen: string | undefined): string | undefined {
  return (by.stores.find(({ store }) => store === chosen) ?? by.stores[0])?.store;
}

/** A proxy in front of us may have named the request already; what is not a plain name is not taken into the log. */
function requestId(given: string | null): string {
  return given && /^[\w-]{8,64}$/.test(given) ? given : crypto.randomUUID();
}

const guestId = (value: string | undefined) => (value && /^[\w-]{32}$/.test(value) ? value : undefined);
