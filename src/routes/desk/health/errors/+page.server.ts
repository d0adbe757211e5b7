import { troublesOfHouse } from '#platform/pulse-questions';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const found = await locals.ask(troublesOfHouse, undefined);
  return { troubles: found.ok ? found.value.troubles : [], now: locals.house.clock.now() };
};
