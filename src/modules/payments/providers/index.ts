import { harbourPay } from './harbour-pay.ts';
import type { Provider } from './provider.ts';

const providers = new Map<string, Provider>([harbourPay].map((one) => [one.code, one]));

/** The provider that a method names. One that nobody built is a mistake in the data. */
export function providerOf(code: string): Provider {
  const provider = providers.get(code);
  if (!provider) throw new Error(`No payment provider is named ${code}.`);
  return provider;
}

/**
 * Puts another in the place of one of ours, for this process, until the answer is called: a replay plays the outside itself,
 * from what is known to have happened.
 */
export function standIn(provider: Provider): () => void {
  const before = providerOf(provider.code);
  providers.set(provider.code, provider);
  return () => void providers.set(provider.code, before);
}
