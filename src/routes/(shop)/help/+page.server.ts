import { helpIn, topics } from '#lib/server/help/help.ts';
import type { PageServerLoad } from './$types';

/** Sent as finished HTML, without the framework; see Lively. */
export const csr = false;

export const load: PageServerLoad = ({ locals }) => {
  const { help, locale } = helpIn(locals.locale);
  return { written: locale, topics: topics.map((topic) => ({ topic, ...titleOf(help[topic]) })) };
};

const titleOf = ({ title, summary }: { title: string; summary: string }) => ({ title, summary });
