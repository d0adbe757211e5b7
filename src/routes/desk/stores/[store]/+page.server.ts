import { error } from '@sveltejs/kit';
import { addressLines, countryName } from '#kernel/place';
import {
  admitStore,
  applicationOf,
  aroundInAdmission,
  askForMore,
  inLanguage,
  refuseStore,
  resumeStore,
  storeLife,
  suspendStore,
  verifyStore,
} from '#modules/parties';
import type { ApplicationView } from '#modules/parties';
import type { Deed } from '#platform/work';
import type { Result } from '#kernel/result';
import { caseBefore, onToNext, storeJustDecided } from '#lib/server/desk-review.ts';
import { trailOf } from '#lib/server/desk-trail.ts';
import { text } from '#lib/server/fields.ts';
import { done, readForm, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const [found, trail, around, just] = await Promise.all([
    locals.ask(applicationOf, params),
    trailOf(locals, [`store:${params.store}`]),
    locals.ask(aroundInAdmission, params),
    storeJustDecided(locals, caseBefore(url)),
  ]);
  if (!found) error(404, locals.t('error.404'));
  const { asked, address, papers, missing } = found;
  const may = (step: 'admit' | 'suspend' | 'resume') => storeLife.after(found.state, step) !== undefined;
  return {
    store: found.store,
    name: found.name,
    slug: found.slug,
    about: found.about,
    state: found.state,
    kind: found.kind,
    // `country` and `currency` alone are the reader's own on every page.
    sellsFrom: countryName(found.country, locals.locale),
    sellsIn: found.currency,
    createdAt: found.createdAt,
    submittedAt: found.submittedAt,
    openedAt: found.openedAt,
    verifyAgainAt: found.verifyAgainAt,
    phone: found.phone,
    payoutAccount: found.payoutAccount,
    desk: found.desk,
    fields: fieldsOf(found, locals),
    source: asked && { says: asked.source, from: asked.validFrom },
    address: address ? addressLines(address) : [],
    papers: papers.map((paper) => ({ ...paper, name: nameOfPaper(found, paper.kind, locals) })),
    lacking: missing.map((one) => wordFor(found, one, locals)),
    acts: { decide: may('admit'), suspend: may('suspend'), resume: may('resume') },
    trail,
    around: found.state === 'in_review' ? around : { previous: null, next: null },
    just,
    now: locals.house.clock.now(),
  };
};

/** What the rule asks, with what was answered; the rest of what was answered after it, by its name. */
function fieldsOf({ asked, identity }: ApplicationView, { locale, t }: App.Locals) {
  const fields = (asked?.fields ?? []).map(({ field, as, label, must }) => ({
    field,
    label: inLanguage(label, locale),
    value: as === 'promise' && identity[field] === 'yes' ? t('desk.store.promised') : (identity[field] ?? ''),
    day: as === 'date',
    must,
    checked: !['text', 'date', 'promise'].includes(as) && (identity[field] ?? '') !== '',
    shown: asked?.shown.includes(field) ?? false,
  }));
  const others = Object.entries(identity).filter(([name]) => !fields.some(({ field }) => field === name));
  return [
    ...fields,
    ...others.map(([field, value]) => ({
      field,
      label: field.replaceAll('_', ' '),
      value,
      day: false,
      must: false,
      checked: false,
      shown: false,
    })),
  ];
}

function nameOfPaper({ asked }: ApplicationView, kind: string, { locale }: App.Locals): string {
  const paper = asked?.papers.find((one) => one.paper === kind);
  return paper ? inLanguage(paper.label, locale) : kind.replaceAll('_', ' ');
}

/** What lacks is named by the part of the application it is in: `about`, `identity.<field>`, `papers.<paper>`. */
function wordFor(found: ApplicationView, name: string, locals: App.Locals): string {
  const [part, one = ''] = name.split('.');
  if (part === 'papers') return nameOfPaper(found, one, locals);
  const field = found.asked?.fields.find((each) => each.field === one);
  if (field) return inLanguage(field.label, locals.locale);
  const known = parts.find((each) => each === part);
  return known ? locals.t(`desk.store.part.${known}`) : name;
}
const parts = ['about', 'address', 'phone', 'payout_account'] as const;

type Act = 'admit' | 'refuse' | 'more' | 'suspend' | 'resume' | 'verify';

/** All decisions are one sentence about one store. */
function decision<Answer, Refusal extends { no: string }>(
  act: Act,
  deed: Deed<{ store: string; why: string }, Result<Answer, Refusal>>,
) {
  return async (event: RequestEvent) => {
    const form = await readForm(event);
    const input = form.take({ why: text({ least: 3, most: 2000 }) });
    if (!input.ok) return input.again;
    const around = await event.locals.ask(aroundInAdmission, event.params);
    const decided = await event.locals.perform(form.key, deed, { store: event.params.store, ...input.value });
    if (!decided.ok) return refused(decided.refusal, form, { reason_is_missing: 'why', text_is_too_long: 'why' });
    if (act === 'admit' || act === 'refuse' || act === 'more')
      onToNext('/desk/stores', event.params.store, around.next);
    return done(form, event.locals.t(`desk.store.done.${act}`));
  };
}

export const actions: Actions = {
  admit: decision('admit', admitStore),
  refuse: decision('refuse', refuseStore),
  more: decision('more', askForMore),
  suspend: decision('suspend', suspendStore),
  resume: decision('resume', resumeStore),
  verify: decision('verify', verifyStore),
};
