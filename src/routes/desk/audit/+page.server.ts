import { auditTrail } from '#modules/parties';
import { textIn } from '#lib/desk/pages.ts';
import { beforeIn, placeIn } from '#lib/seller/trail.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const text = textIn(url);
  const subject = textIn(url, 'subject');
  const before = beforeIn(url);
  const page = await locals.ask(auditTrail, { text, subject, ...(before ? { before } : {}) });
  return { text, subject, lines: page?.lines ?? [], place: placeIn(url, page?.next ?? null) };
};
