import { pacesOfPages } from '#platform/pulse-questions';
import { slowMs } from '#lib/desk/pulse.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const found = await locals.ask(pacesOfPages, {});
  const paces = found.ok ? found.value.paces : [];
  return { paces: paces.map((one) => ({ ...one, slow: one.p99 > slowMs })) };
};
