/** Every request of a page comes through here: who asks, in which language, may they enter, and what the answer wears. */
import { error, redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { notePace, noteTrouble } from '#platform/pulse';
import { cacheRule, dress } from '#lib/server/answer.ts';
import { entry, pathOf } from '#lib/server/guards.ts';
import { cookieOf, keepPreference, preference } from '#lib/server/cookies.ts';
import { receive } from '#lib/server/receive.ts';
import { guessedSite } from '#lib/server/sites.ts';
import type { Site } from '#lib/server/sites.ts';
import {
  acceptedLocale,
  choseFront,
  firstLocale,
  inLocale,
  isConsole,
  isLocale,
  localeOfPath,
} from '#lib/words/locales.ts';
import { directionOf } from '#kernel/languages';

export const handle: Handle = async ({ event, resolve }) => {
  const began = performance.now();
  await receive(event);
  const { locals } = event;
  const elsewhere = rightAddress(event);
  if (elsewhere) return elsewhere;
  atTheDoor(event);
  const answer = asBarred(
    locals.barred,
    await resolve(event, {
      transformPageChunk: ({ html }) =>
        html.replace('lang="%lang%" dir="%dir%"', `lang="${locals.locale}" dir="${directionOf(locals.locale)}"`),
    }),
  );
  dress(event, answer);
  cacheRule(event, answer);
  if (event.route.id !== null) notePace(locals.house, pathOf(event.route.id), performance.now() - began);
  return answer;
};

/** The walls are drawn as for any page of theirs, but it is a refusal. */
function asBarred(barred: App.Locals['barred'], answer: Response): Response {
  return barred && answer.status === 200
    ? new Response(answer.body, { status: barred.status, headers: answer.headers })
    : answer;
}

/** The consoles have one address in all languages; the front door answers in the visitor's own, once. */
function rightAddress(event: RequestEvent): Response | undefined {
  const { url, request, cookies, route } = event;
  if (request.method !== 'GET' || route.id === null) return undefined;
  if (localeOfPath(url.pathname) && isConsole(pathOf(route.id))) {
    return new Response(null, { status: 308, headers: { location: inLocale(url.pathname, firstLocale) + url.search } });
  }
  const { headers } = request;
  if (url.pathname !== '/') return undefined;
  if (choseFront(headers.get('sec-fetch-site'), headers.get('referer'), headers.get('host'))) return undefined;
  const kept = cookies.get('entrepot_locale');
  const spoken = isLocale(kept) ? kept : acceptedLocale(headers.get('accept-language'));
  const site = preference(event, 'country')
    ? undefined
    : guessedSite(headers.get('accept-language'), spoken ?? firstLocale);
  if (!spoken || spoken === firstLocale) return void stayAt(event, site);
  const answer = new Response(null, {
    status: 302,
    headers: { location: inLocale('/', spoken) + url.search, 'cache-control': 'private, no-store' },
  });
  for (const [name, value] of Object.entries(site ?? {}))
    answer.headers.append('set-cookie', cookieOf(event, name as keyof Site, value));
  return answer;
}

/** Where the browser says that they are, while they have not said it themselves; kept, so that all pages agree. */
function stayAt(event: RequestEvent, site: Site | undefined): void {
  Object.assign(event.locals, site);
  for (const [name, value] of Object.entries(site ?? {})) keepPreference(event, name as keyof Site, value);
}

/**
 * Turns away at the door who may not enter. A page that is only looked at is refused by its group's layout instead, so
 * that the refusal stands within the walls the person knows; meanwhile its questions are not asked.
 */
function atTheDoor({ locals, route, url, request, isDataRequest }: RequestEvent): void {
  if (route.id === null) return;
  const verdict = entry(locals.by, locals.store, pathOf(route.id));
  if (verdict === 'come_in') return;
  if (verdict === 'sign_in') redirect(303, locals.to(`/sign-in?next=${encodeURIComponent(url.pathname + url.search)}`));
  if (verdict === 'second_step')
    redirect(303, locals.to(`/account/second-step?next=${encodeURIComponent(url.pathname)}`));
  if (verdict === 'open_a_store') redirect(303, '/seller/open');
  const barred =
    verdict === 'not_here'
      ? ({ status: 404, message: locals.t('error.404') } as const)
      : ({ status: 403, message: locals.t('error.403', { role: locals.t(`role.${verdict.role}`) }) } as const);
  const looking = request.method === 'GET' && (isDataRequest || request.headers.get('accept')?.includes('text/html'));
  if (!looking) error(barred.status, barred.message);
  locals.barred = barred;
  locals.ask = locals.perform = async () => error(barred.status, barred.message);
}

export const handleError: HandleServerError = ({ kind, error: caught, event }) => {
  // Before the asker is known there are no words yet; then the house itself is in trouble.
  const { locals } = event;
  const request = locals.requestId;
  if (kind === 'app') return { message: caught.message, ...(request ? { request } : {}) };
  if (kind === 'unknown') {
    const path = pathOf(event.route.id ?? event.url.pathname);
    if (locals.house) {
      locals.house.log.error({ request, path, err: caught }, 'a page failed');
      noteTrouble(locals.house, path, caught, request);
    } else console.error(caught);
  }
  const status = kind === 'unknown' ? 500 : caught.status;
  const message = locals.t
    ? locals.t(status === 404 ? 'error.404' : status < 500 ? 'error.400' : 'error.500')
    : undefined;
  return { status, ...(message ? { message } : {}), ...(request ? { request } : {}) };
};
