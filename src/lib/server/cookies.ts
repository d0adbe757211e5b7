/** The cookies we set, all of them; each name begins with `entrepot_`. None of them tracks anybody. */
import type { RequestEvent } from '@sveltejs/kit';

export const sessionCookie = 'entrepot_session';
export const guestCookie = 'entrepot_guest';
/** Those that tell what somebody likes, not who it is. */
export const choiceCookies: ReadonlySet<string> = new Set(['entrepot_locale', 'entrepot_country', 'entrepot_currency']);

const year = 365 * 24 * 60 * 60;
type Place = Pick<RequestEvent, 'cookies' | 'url'>;

// Over plain HTTP (a trial on one machine) a secure cookie would never come back.
const options = ({ url }: Place, maxAge: number) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:', maxAge }) as const;

function keep(at: Place, name: string, value: string, maxAge: number): void {
  at.cookies.set(name, value, options(at, maxAge));
}

/** After a sign-in: the token is the only proof of it that leaves the house. */
export const keepSession = (at: Place, token: string, seconds = year / 12): void =>
  keep(at, sessionCookie, token, seconds);

export function dropSession({ cookies }: Place): void {
  cookies.delete(sessionCookie, { path: '/' });
}

const ticketCookie = 'entrepot_ticket';

/** Between the two steps of a sign-in: ten minutes, as long as the ticket is good for. */
export const keepTicket = (at: Place, ticket: string): void => keep(at, ticketCookie, ticket, 600);
export const ticketOf = ({ cookies }: Place): string | undefined => cookies.get(ticketCookie);
export const dropTicket = ({ cookies }: Place): void => cookies.delete(ticketCookie, { path: '/' });

/** A guest lets what they look at be kept; a person's account says it instead. */
const footprintsCookie = 'entrepot_footprints';
export const allowFootprintsHere = (at: Place): void => keep(at, footprintsCookie, 'kept', year);
export const forbidFootprintsHere = ({ cookies }: Place): void => cookies.delete(footprintsCookie, { path: '/' });
export const footprintsAllowedHere = ({ cookies }: Pick<Place, 'cookies'>): boolean =>
  cookies.get(footprintsCookie) === 'kept';

export function becomeGuest(at: Place): string {
  const id = Buffer.from(crypto.getRandomValues(new Uint8Array(24))).toString('base64url');
  keep(at, guestCookie, id, year);
  return id;
}

export const preferences = ['locale', 'country', 'currency', 'store'] as const;
export type Preference = (typeof preferences)[number];

export const keepPreference = (at: Place, name: Preference, value: string): void =>
  keep(at, `entrepot_${name}`, value, year);
/** The same as a header, for an answer that is not a page's. */
export const cookieOf = (at: Place, name: Preference, value: string): string =>
  at.cookies.serialize(`entrepot_${name}`, value, options(at, year));
export const preference = ({ cookies }: Place, name: Preference): string | undefined => cookies.get(`entrepot_${name}`);
