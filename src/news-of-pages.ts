/** What has changed since it was last asked, as far as pages that all see show it: facts of the last moments. */
import type { House } from '#platform/house';
import { sql } from '#platform/sql';
import { forgetTexts } from '#platform/texts';

/** The products that something is new of; an empty name stands for everything. */
export type News = () => Promise<readonly string[]>;

/** Facts are seen at their commit, which may come after later ones: each asking looks back this far. */
const lookBackMs = 15_000;
const everyMs = 250;

interface Seen {
  id: string;
  name: string;
  product: string | null;
}

/** Asked by every request, it looks at most four times a second. */
export function newsOfPages(house: House): News {
  let seen = new Map<string, number>();
  let looked = -Infinity;
  const look = async (): Promise<readonly string[]> => {
    const now = house.clock.now().getTime();
    const { rows } = (await house.db.query(sql`
      select id, name, body ->> 'product' as product
        from platform.facts
       where id > ${firstIdAt(now - lookBackMs)}
         and (name like 'catalogue.%' or name like 'parties.store%' or name like 'exchange.%'
              or name = 'platform.text_set' or body ? 'product')`)) as {
      rows: Seen[];
    };
    const fresh = rows.filter(({ id }) => !seen.has(id));
    seen = new Map(rows.map(({ id }) => [id, now]));
    // What is made anew must not be made of words that are old.
    if (fresh.some(({ name }) => name === 'platform.text_set')) forgetTexts(house);
    return fresh.map(({ product }) => product ?? '');
  };
  return async () => {
    if (performance.now() - looked < everyMs) return [];
    try {
      return await look();
    } catch (err) {
      // Nothing is known of what changed, so nothing kept is trusted.
      house.log.warn({ err }, 'the news of pages could not be read');
      return [''];
    } finally {
      looked = performance.now();
    }
  };
}

/** The smallest id that can be made at a moment: ids begin with their time. */
function firstIdAt(ms: number): string {
  const hex = ms.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}
