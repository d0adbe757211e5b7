import { Type, type Static } from 'typebox';

const WebhookFault = Type.Union([
  Type.Literal('twice'),
  Type.Literal('late'),
  Type.Literal('out_of_order'),
  Type.Literal('lost'),
  Type.Literal('bad_signature'),
]);
const ApiFault = Type.Union([
  Type.Literal('error_500'),
  Type.Literal('timeout_before'),
  Type.Literal('timeout_after'),
  Type.Literal('slow'),
]);
type WebhookFault = Static<typeof WebhookFault>;
type ApiFault = Static<typeof ApiFault>;

/** How a company misbehaves. What is not said does not happen; {} is a good day. Several faults in a list: the dice choose. */
export const Faults = Type.Object(
  {
    webhooks: Type.Optional(Type.Union([WebhookFault, Type.Array(WebhookFault)])),
    api: Type.Optional(Type.Union([ApiFault, Type.Array(ApiFault)])),
    /** The provider only: a refund is taken and fails later. */
    refunds: Type.Optional(Type.Literal('failed')),
    /** The share of calls and messages that it befalls; without it, all. */
    rate: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
    seed: Type.Optional(Type.Integer()),
    /** How late is late (10 minutes), how slow is slow (2 seconds), when a call that is never answered is dropped (60 s). */
    late_ms: Type.Optional(Type.Integer({ minimum: 0 })),
    slow_ms: Type.Optional(Type.Integer({ minimum: 0 })),
    hang_ms: Type.Optional(Type.Integer({ minimum: 0 })),
  },
  { additionalProperties: false },
);
export type Faults = Static<typeof Faults>;

export interface Mischief {
  set(faults: Faults): void;
  readonly faults: Faults;
  webhook(): WebhookFault | undefined;
  api(): ApiFault | undefined;
  refundFails(): boolean;
}

/** Calls, messages and refunds throw dice of their own: more of the one does not change what befalls the other. */
export function openMischief(): Mischief {
  let faults: Faults = {};
  let [forWebhooks, forApi, forRefunds] = [dice(1), dice(2), dice(3)];

  const befalls = (throwOne: () => number) => throwOne() < (faults.rate ?? 1);
  function oneOf<Fault>(wanted: Fault | Fault[] | undefined, throwOne: () => number): Fault | undefined {
    if (wanted === undefined || !befalls(throwOne)) return undefined;
    return Array.isArray(wanted) ? wanted[Math.floor(throwOne() * wanted.length)] : wanted;
  }

  return {
    set(wanted) {
      faults = wanted;
      const seed = wanted.seed ?? 1;
      [forWebhooks, forApi, forRefunds] = [dice(seed), dice(seed + 1), dice(seed + 2)];
    },
    get faults() {
      return faults;
    },
    webhook: () => oneOf(faults.webhooks, forWebhooks),
    api: () => oneOf(faults.api, forApi),
    refundFails: () => faults.refunds === 'failed' && befalls(forRefunds),
  };
}

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A number in [0, 1) that belongs to a word. */
export function chance(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return dice(hash)();
}
