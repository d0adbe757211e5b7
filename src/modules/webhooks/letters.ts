/** The letter to whoever made an address that is switched off, in their language. */
import { languageFor, sendLetter } from '#modules/messaging';
import { personOf, storesOf } from '#modules/parties';
import { system } from '#platform/actor';
import { job } from '#platform/jobs';
import { sql } from '#platform/sql';
import { question } from '#platform/work';
import type { Asking } from '#platform/work';

async function urlOf(ask: Asking, { store, endpoint }: { store: string; endpoint: string }) {
  return ask.one<{ url: string }>(sql`select url from webhooks.endpoints where store = ${store} and id = ${endpoint}`);
}

export const letterOfSwitchOff = job<{ store: string; endpoint: string; person: string }>(
  'webhooks.letter_of_switch_off',
  async (house, { store, endpoint, person }, info) => {
    const [reader, about, [view]] = await Promise.all([
      question(house, system, personOf, { person }),
      question(house, system, urlOf, { store, endpoint }),
      question(house, system, storesOf, { stores: [store] }),
    ]);
    if (!reader || !about) return;
    const values = {
      name: reader.name,
      store: view?.name ?? '',
      url: about.url,
      link: `${house.config.publicUrl}/seller/webhooks`,
    };
    const locale = languageFor(reader.locale);
    await sendLetter(house, { id: info.id, to: reader.email, locale, letter: 'store_webhook_off', values });
  },
);
