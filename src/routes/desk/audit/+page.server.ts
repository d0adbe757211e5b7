import { auditTrail } from '#modules/parties';
import { orderOfNumber } from '#modules/trade';
import { deeds } from '#lib/desk/deeds.ts';
import { textIn } from '#lib/desk/pages.ts';
import { beforeIn, placeIn } from '#lib/seller/trail.ts';
import { namesOfSubjects } from '#lib/server/desk-subjects.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const text = textIn(url);
  const subject = textIn(url, 'subject');
  const before = beforeIn(url);
  const page = await locals.ask(auditTrail, {
    text: (await locals.ask(orderOfNumber, { number: text })) ?? text,
    deeds: deedsCalled(text, locals),
    subject,
    ...(before ? { before } : {}),
  });
  const lines = page?.lines ?? [];
  return {
    text,
    subject,
    lines,
    names: await namesOfSubjects(locals, [...lines.map((line) => line.subject), subject]),
    place: placeIn(url, page?.next ?? null),
  };
};

/** Deeds are kept by names of their own and read in the reader's words. */
function deedsCalled(text: string, { locale, t }: App.Locals): string[] {
  const typed = text.toLocaleLowerCase(locale);
  return typed === '' ? [] : deeds.filter((deed) => t(`desk.deed.${deed}`).toLocaleLowerCase(locale).includes(typed));
}
