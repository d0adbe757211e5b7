/** Accounts are named `kind/owner`, or just `kind` where there is one for the whole house. */

export interface AccountKind {
  readonly kind: string;
  /** On which side it grows: assets and costs on the debit side, debts and income on the credit side. */
  readonly side: 'debit' | 'credit';
  /** May never fall below zero: other people's money. Only credit kinds are guarded. */
  readonly guarded: boolean;
  /** Hot accounts are spread over this many rows; 1 for the others. */
  readonly stripes: number;
}

const kinds = new Map<string, AccountKind>();

/** Registers a kind of account; the departments that own one do so when they are loaded. */
export function accountKind(kind: AccountKind): AccountKind {
  const before = kinds.get(kind.kind);
  if (before && JSON.stringify(before) !== JSON.stringify(kind))
    throw new Error(`Two different account kinds are named ${kind.kind}.`);
  if (kind.guarded && kind.side === 'debit') throw new Error(`${kind.kind}: only the credit side can be guarded.`);
  kinds.set(kind.kind, kind);
  return kind;
}

/** The kind of an account, by its name. Throws when nobody registered it: a misspelled account is a bug. */
export function kindOf(account: string): AccountKind {
  const slash = account.indexOf('/');
  const kind = kinds.get(slash < 0 ? account : account.slice(0, slash));
  if (!kind) throw new Error(`No account kind is registered for "${account}".`);
  return kind;
}

/** The side on which a kind grows; undefined for a kind that nobody registered. */
export const sideOfKind = (kind: string): AccountKind['side'] | undefined => kinds.get(kind)?.side;

/** Which row of a hot account an entry uses: always the same for the same entry, evenly spread over many. */
export function stripeOf(kind: AccountKind, entry: string): number {
  if (kind.stripes <= 1) return 0;
  let hash = 2166136261;
  for (let n = 0; n < entry.length; n++) hash = Math.imul(hash ^ entry.charCodeAt(n), 16777619);
  return (hash >>> 0) % kind.stripes;
}
