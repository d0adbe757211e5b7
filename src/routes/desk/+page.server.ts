import { orderCounts } from '#modules/trade';
import { waitingFor } from '#lib/server/desk-today.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => {
  const [waiting, orders] = await Promise.all([waitingFor(locals), locals.ask(orderCounts, undefined)]);
  return { ...waiting, orders, now: locals.house.clock.now() };
};
