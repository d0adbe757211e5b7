import { pacesOfPages } from '#platform/pulse-questions';
import { isSlow } from '#lib/desk/pulse.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const found = await locals.ask(pacesOfPages, {});
  const all = (found.ok ? found.value.paces : []).map((one) => ({ ...one, slow: isSlow(one) }));
  return { pages: all.filter(({ work }) => !work), work: all.filter(({ work }) => work) };
};
