import { findHelp } from '#lib/server/help/find-help.ts';
import { helpIn, topics } from '#lib/server/help/help.ts';
import type { PageServerLoad } from './$types';

/** Sent as finished HTML, without the framework; see Lively. */
export const csr = false;

export const load: PageServerLoad = ({ locals, url }) => {
  const help = helpIn(locals.locale);
  const asked = (url.searchParams.get('q') ?? '').trim().slice(0, 200);
  return {
    asked,
    found: findHelp(locals.locale, asked),
    topics: topics.map((topic) => ({ topic, title: help[topic].title, summary: help[topic].summary })),
  };
};
