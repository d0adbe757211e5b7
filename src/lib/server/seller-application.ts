/** The application of a store, as the pages of its steps need it. */
import { error, redirect } from '@sveltejs/kit';
import { applicationOf, inLanguage } from '#modules/parties';
import type { ApplicationView } from '#modules/parties';
import { worksFor } from '#platform/actor';

export const steps = ['seller', 'identity', 'address', 'papers', 'account'] as const;
export type Step = (typeof steps)[number];

/** For its owners; for everybody else there is no such page. */
export async function applicationAt(locals: App.Locals, store: string): Promise<ApplicationView> {
  const found = worksFor(locals.by, store, 'owner') ? await locals.ask(applicationOf, { store }) : undefined;
  if (!found) error(404, locals.t('error.404'));
  return found;
}

/** The same for a step, which is open only while the application is a draft; with the steps that are not complete. */
export async function draftAt(locals: App.Locals, store: string): Promise<ApplicationView & { left: Step[] }> {
  const found = await applicationAt(locals, store);
  if (found.state !== 'draft') redirect(303, `/seller/open/${store}`);
  const missing = found.missing.map(stepOf);
  // Nobody is asked for an account who may open without one; it is not done for all that.
  const isLeft = (step: Step) => missing.includes(step) || (step === 'account' && !found.payoutAccount);
  return { ...found, left: steps.filter(isLeft) };
}

/** Which step asks for what is missing. */
export function stepOf(missing: string): Step {
  if (missing.startsWith('identity.')) return 'identity';
  if (missing.startsWith('papers.')) return 'papers';
  if (missing === 'payout_account') return 'account';
  return missing === 'about' ? 'seller' : 'address';
}

/** What is missing, in words. */
export function nameOfMissing(missing: string, { asked }: ApplicationView, { t, locale }: App.Locals): string {
  const [, name] = missing.split('.');
  const labelled =
    asked?.fields.find((one) => missing.startsWith('identity.') && one.field === name) ??
    asked?.papers.find((one) => missing.startsWith('papers.') && one.paper === name);
  if (labelled) return inLanguage(labelled.label, locale);
  if (missing === 'about') return t('seller.open.about');
  if (missing === 'phone') return t('seller.open.phone');
  return missing === 'payout_account' ? t('seller.open.step.account') : t('seller.open.address');
}

/** Where a step leads on; the last one to the overview. */
export function after(store: string, step: Step): string {
  const next = steps[steps.indexOf(step) + 1];
  return `/seller/open/${store}${next ? `/${next}` : ''}`;
}
