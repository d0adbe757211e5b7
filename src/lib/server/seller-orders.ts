/** What the pages of a store's orders share. */
import { ok } from '#kernel/result';
import { mostOrdersAtOnce } from '#modules/trade';
import { no } from './fields.ts';
import type { Reader } from './fields.ts';

/** The orders that were ticked; none, too. */
export function chosen(): Reader<string[]> {
  return (entries) => {
    const ids = entries.filter((one): one is string => typeof one === 'string' && /^[0-9a-f-]{36}$/.test(one));
    return ids.length > mostOrdersAtOnce ? no('too_large', { most: mostOrdersAtOnce }) : ok([...new Set(ids)]);
  };
}
