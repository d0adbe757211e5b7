import { categoryTree, newestCards } from '#modules/catalogue';
import { shopCards } from '#lib/server/cards.ts';
import type { PageServerLoad } from './$types';

/** Sent as finished HTML, without the framework; see Lively. */
export const csr = false;

export const load: PageServerLoad = async ({ locals }) => {
  const { locale } = locals;
  const [tree, newest] = await Promise.all([locals.ask(categoryTree, { locale }), locals.ask(newestCards, { locale })]);
  const cards = await shopCards(locals, newest);
  return { categories: tree.map(({ id, name }) => ({ id, name })), cards };
};
