/** What a category's address says is wanted: `?f.colour=black&f.colour=white&brand=Nord&least=20&available=1`. */
import type { Sieve } from '#modules/catalogue';

const most = 20;

export function sieveOf(query: URLSearchParams): Sieve {
  const values: Record<string, string[]> = {};
  for (const [name, value] of query) {
    const code = name === 'brand' ? name : /^f\.([a-z0-9-]{1,60})$/.exec(name)?.[1];
    if (!code || !value || value.length > 120) continue;
    const chosen = (values[code] ??= []);
    if (chosen.length < most && !chosen.includes(value) && Object.keys(values).length <= most) chosen.push(value);
  }
  return {
    values: Object.fromEntries(Object.entries(values).filter(([, chosen]) => chosen.length > 0)),
    least: amountIn(query.get('least')),
    most: amountIn(query.get('most')),
    available: query.get('available') === '1',
  };
}

/** A price in whole or part units of the visitor's money; what is none is not said. */
function amountIn(text: string | null): number | undefined {
  const value = Number((text ?? '').trim().replace(',', '.'));
  return text?.trim() && Number.isFinite(value) && value >= 0 ? value : undefined;
}
