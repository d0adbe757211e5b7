import { createHash } from 'node:crypto';
import wordsOfRoutes from 'virtual:words-of-routes';
import { pick } from '#lib/server/messages.ts';
import type { LayoutServerLoad } from './$types';

/** Runs for each page, because each has words of its own. */
export const load: LayoutServerLoad = ({ locals, route, url }) => {
  const id = route.id ?? '';
  return {
    locale: locals.locale,
    country: locals.country,
    currency: locals.currency,
    mailbox: locals.house.config.mailbox !== undefined,
    words: pick(locals.locale, id, wordsOfRoutes[id]),
    // A visitor's page is the same for all visitors, and so is its key: the first deed makes a guest of each of them, and
    // from then on their keys are their own.
    key:
      locals.by.kind === 'visitor'
        ? createHash('sha1')
            .update(url.pathname + url.search)
            .digest('base64url')
        : locals.requestId,
  };
};
