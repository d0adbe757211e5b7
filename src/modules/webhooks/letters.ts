/** The letter to whoever made an address that is switched off, in their language. */
import { personOf, storesOf } from '#modules/parties';
import { system } from '#platform/actor';
import { job } from '#platform/jobs';
import { filled } from '#platform/mail';
import type { Draft } from '#platform/mail';
import { sql } from '#platform/sql';
import { question } from '#platform/work';
import type { Asking } from '#platform/work';
import en from './letters/en.json' with { type: 'json' };
import ptBR from './letters/pt-BR.json' with { type: 'json' };

const letters: Readonly<Record<string, Draft>> = { en, 'pt-BR': ptBR };

async function urlOf(ask: Asking, { store, endpoint }: { store: string; endpoint: string }) {
  return ask.one<{ url: string }>(sql`select url from webhooks.endpoints where store = ${store} and id = ${endpoint}`);
}

export const letterOfSwitchOff = job<{ store: string; endpoint: string; person: string }>(
  'webhooks.letter_of_switch_off',
  async (house, { store, endpoint, person }) => {
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
    await house.mail.send({ to: reader.email, ...filled(letters[reader.locale] ?? letters['en']!, values) });
  },
);
