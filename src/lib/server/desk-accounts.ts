/** Whose an account of the books is, by the name that people give them: an order's number, a store. */
import { storesOf } from '#modules/parties';
import { orderNumber } from '#modules/trade';
import { accountParts } from '../desk/accounts.ts';

/** By account; those whose owner has no name but an id are left out. */
export async function ownersOf({ ask }: App.Locals, accounts: readonly string[]): Promise<Record<string, string>> {
  const all = [...new Set(accounts)].map((account) => ({ account, ...accountParts(account) }));
  const stores = await ask(storesOf, {
    stores: all.filter(({ kind }) => kind === 'seller_payable').map(({ owner }) => owner),
  });
  const nameOf = ({ kind, owner }: (typeof all)[number]): string | undefined => {
    if (kind === 'escrow') return orderNumber(owner);
    return kind === 'seller_payable' ? stores.find(({ store }) => store === owner)?.name : undefined;
  };
  return Object.fromEntries(
    all.flatMap((one) => {
      const name = nameOf(one);
      return name ? [[one.account, name]] : [];
    }),
  );
}
