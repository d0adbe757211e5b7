import { error, redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

/** The letters that the sandbox's mail server has taken, with the world that keeps them. Elsewhere there is no such page. */
export const GET: RequestHandler = ({ locals, url }) => {
  const { mailbox } = locals.house.config;
  if (!mailbox) error(404, locals.t('error.404'));
  // The world stands at another address.
  redirect(302, mailbox + url.search, { external: true });
};
