import { error } from '@sveltejs/kit';
import { blocksOf, helpIn, isTopic, topics } from '#lib/server/help/help.ts';
import type { PageServerLoad } from './$types';

/** Sent as finished HTML, without the framework; see Lively. */
export const csr = false;

export const load: PageServerLoad = ({ locals, params }) => {
  if (!isTopic(params.topic)) error(404, locals.t('error.404'));
  const help = helpIn(locals.locale);
  const { title, summary, act, parts } = help[params.topic];
  return {
    topic: params.topic,
    title,
    summary,
    act,
    parts: parts.map(({ heading, text }) => ({ heading, blocks: blocksOf(text) })),
    mail: params.topic === 'contact' ? locals.house.config.mailFrom : undefined,
    others: topics.map((topic) => ({ topic, title: help[topic].title })),
  };
};
