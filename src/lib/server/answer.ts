/** What every answer wears: the headers that keep browsers safe, and how long who may keep a copy. */
import type { RequestEvent } from '@sveltejs/kit';
import { choiceCookies } from './cookies.ts';
import { pathOf } from './guards.ts';
import { isConsole } from '../words/locales.ts';

const always: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(self), geolocation=(), microphone=(), payment=(), usb=()',
};

export function dress({ locals, url }: RequestEvent, { headers }: Response): void {
  for (const [name, value] of Object.entries(always)) headers.set(name, value);
  headers.set('x-request-id', locals.requestId);
  if (url.protocol === 'https:') headers.set('strict-transport-security', 'max-age=31536000; includeSubDomains');

  // Browsers hold a form's redirects to this rule too, and paying leads to the provider's own page.
  const policy = headers.get('content-security-policy');
  const provider = new URL(locals.house.config.world.provider).origin;
  if (policy)
    headers.set('content-security-policy', policy.replace("form-action 'self'", `form-action 'self' ${provider}`));
}

/**
 * What anybody may see is kept by caches for a minute, and shown for ten more while it is fetched anew. That is for askers
 * without any cookie of ours; everything else is one person's.
 */
export function cacheRule({ locals, cookies, request, route, url }: RequestEvent, answer: Response): void {
  const { headers, status } = answer;
  if (headers.has('cache-control')) return;
  const ours = cookies.getAll().filter(({ name }) => name.startsWith('entrepot_'));
  const looking = request.method === 'GET' || request.method === 'HEAD';
  const unknown = locals.by.kind === 'visitor' && status === 200 && route.id !== null && !isConsole(pathOf(route.id));
  if (!unknown || !looking || headers.has('set-cookie')) return headers.set('cache-control', 'private, no-store');
  // Who has only chosen a language or a currency is still nobody, but shares a page with those who chose the same.
  const chosen = ours.every(({ name }) => choiceCookies.has(name));
  if (ours.length > 0) return headers.set('cache-control', chosen ? 'private, no-cache' : 'private, no-store');
  headers.set('cache-control', 'public, max-age=0, s-maxage=60, stale-while-revalidate=600');
  headers.append('vary', url.pathname === '/' ? 'Cookie, Accept-Language, Sec-Fetch-Site, Referer' : 'Cookie');
}
