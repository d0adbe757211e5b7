/** What a minor unit of each currency is worth beside the others: to sort prices of stores with different money. */
import { currencies, digitsOf } from '#kernel/money';
import { rateBetween } from '#modules/exchange';

export async function worthsIn(locals: App.Locals): Promise<Record<string, number>> {
  const worths: Record<string, number> = {};
  for (const from of currencies) {
    const rate = await locals.ask(rateBetween, { from, to: locals.currency });
    if (rate) worths[from] = Number(rate.mid) / 10 ** digitsOf(from);
  }
  return worths;
}
