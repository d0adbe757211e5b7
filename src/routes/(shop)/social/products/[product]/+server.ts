import { redirect } from '@sveltejs/kit';
import { cardsOf } from '#modules/catalogue';
import { socialPicture } from '#lib/server/social-picture.ts';
import type { RequestHandler } from './$types';

/** What a link to a product looks like elsewhere. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const [card] = await locals.ask(cardsOf, { products: [params.product], locale: locals.locale });
  return (await socialPicture(locals, card?.picture ? [card.picture.hash] : [])) ?? redirect(302, '/social.png');
};
