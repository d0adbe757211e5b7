/** What signing up and signing in have in common: how they are asked, what the browser keeps of it, where it goes on. */
import { redirect } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { actorOfSession, askConfirmation, personOf, signInWithPasskey } from '#modules/parties';
import type { Call, SignedIn } from '#modules/parties';
import { takeCartAlong } from '#modules/trade';
import { isLocale, withoutLocale } from '../words/locales.ts';
import { dropTicket, keepPreference, keepSession, preference } from './cookies.ts';
import { passkeyAnswer } from './fields.ts';
import { done, readForm, refused } from './forms.ts';
import { localPath } from './next.ts';

/** For the deeds that handle a password: they hash it first and perform what is left of them by themselves. */
export function callFrom({ locals, getClientAddress, request }: RequestEvent, key: string): Call {
  const agent = request.headers.get('user-agent') ?? undefined;
  return { house: locals.house, by: locals.by, key, from: { address: getClientAddress(), agent } };
}

/** The pages of signing itself lead on to nowhere. */
const signPages = /^\/(sign-(in|up|out)|forgot-password|reset-password|confirm-email)([/?#]|$)/;

/** Where somebody goes on who has signed in: to the page they came from, or else `otherwise`. */
export function onward({ url, locals }: Pick<RequestEvent, 'url' | 'locals'>, otherwise: string): string {
  const next = localPath(url.searchParams.get('next'), '');
  return next && !signPages.test(withoutLocale(next)) ? next : locals.to(otherwise);
}

/** The page to go on to, to be asked for again at the next step. */
export function nextOf(event: Pick<RequestEvent, 'url' | 'locals'>): string {
  const next = onward(event, '/');
  return event.url.searchParams.has('next') ? `?next=${encodeURIComponent(next)}` : '';
}

/** The action of every page where a passkey signs in. */
export async function byPasskey(event: RequestEvent) {
  const form = await readForm(event);
  const input = form.take({ answer: passkeyAnswer() });
  if (!input.ok) return input.again;
  const signed = await signInWithPasskey(callFrom(event, form.key), input.value);
  if (!signed.ok) return refused(inMinutes(signed.refusal, event.locals), form);
  dropTicket(event);
  await letIn(event, signed.value);
  redirect(303, onward(event, '/'));
}

/** The action of the pages that say that an e-mail address is not confirmed. */
export async function sendConfirmation(event: RequestEvent) {
  const form = await readForm(event);
  const asked = await askConfirmation(callFrom(event, form.key));
  if (!asked.ok) return refused(inMinutes(asked.refusal, event.locals), form);
  return done(form, event.locals.t('account.unconfirmed.sent'));
}

/** Whoever was let in is known from here on: by the cookie, with their cart, in their own country and money. */
export async function letIn(event: RequestEvent, { token, person, expiresAt }: SignedIn): Promise<void> {
  const { locals } = event;
  const { house, guest } = locals;
  keepSession(event, token, Math.floor((expiresAt.getTime() - house.clock.now().getTime()) / 1000));
  locals.by = await actorOfSession(house, token, guest);
  // A key of its own: what lies in the cart today is not what lay there when this form was last sent.
  if (guest) await locals.perform(crypto.randomUUID(), takeCartAlong, { guest });
  const settled = await locals.ask(personOf, { person });
  if (!settled) return;
  // What was chosen in this browser stays.
  const { country, currency, locale } = settled;
  if (!preference(event, 'country')) keepPreference(event, 'country', country);
  if (!preference(event, 'currency')) keepPreference(event, 'currency', currency);
  if (!preference(event, 'locale') && isLocale(locale)) keepPreference(event, 'locale', locale);
}

/** `too_many_tries` says when the door opens again; people are told in minutes. */
export function inMinutes<Refusal extends { no: string }>(refusal: Refusal, { house }: App.Locals): Refusal {
  const again = 'again' in refusal && refusal.again instanceof Date ? refusal.again.getTime() : undefined;
  if (again === undefined) return refusal;
  return { ...refusal, minutes: Math.max(1, Math.ceil((again - house.clock.now().getTime()) / 60_000)) };
}
