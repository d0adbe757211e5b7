import { redirect } from '@sveltejs/kit';
import { storeCards } from '#modules/catalogue';
import { storeAt } from '#modules/parties';
import { socialPicture } from '#lib/server/social-picture.ts';
import type { RequestHandler } from './$types';

/** What a link to a store looks like elsewhere: what it sells. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const store = await locals.ask(storeAt, { store: params.store });
  const { cards } =
    store?.state === 'open'
      ? await locals.ask(storeCards, { store: store.store, locale: locals.locale, page: 1 })
      : { cards: [] };
  const hashes = [...new Set(cards.flatMap(({ picture }) => picture?.hash ?? []))];
  return (await socialPicture(locals, hashes)) ?? redirect(302, '/social.png');
};
