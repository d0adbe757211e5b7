/** What the facts of other departments mean for footprints. */
import { footprintsForbidden, personSignedIn, whoAllowsFootprints } from '#modules/parties';
import { orderFunded, productsOfOrders } from '#modules/trade';
import { reaction } from '#platform/facts';
import type { Work } from '#platform/work';
import { isId } from '#kernel/id';
import { sql } from '#platform/sql';
import { adoptFootprints, strikeFootprints } from './footprints-of.ts';
import { keepFootprints } from './keep-footprints.ts';

export const footprintReactions = [
  reaction(footprintsForbidden, 'discovery.strike_footprints', strikeFootprints),
  reaction(personSignedIn, 'discovery.adopt_footprints', async (work, { person, guest }) => {
    if (!guest) return;
    const allowing = await whoAllowsFootprints(work, { people: [person] });
    await adoptFootprints(work, { person, guest, allowed: allowing.includes(person) });
  }),
  reaction(orderFunded, 'discovery.note_purchase', notePurchase),
];

/** Of a person as their account says; of a guest only where their browser has footprints already: then it said that they may be kept. */
async function notePurchase(work: Work, { order, buyer }: { order: string; buyer: string }): Promise<void> {
  const known =
    isId(buyer) ||
    (await work.one<{ who: string }>(sql`select who from discovery.footprints where who = ${buyer} limit 1`));
  if (!known) return;
  const { products } = await productsOfOrders(work, { orders: [order] });
  await keepFootprints(work, {
    footprints: products.map((product) => ({ who: buyer, product, deed: 'bought', at: work.now })),
  });
}
