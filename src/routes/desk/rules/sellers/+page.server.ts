import { addDays, dayOf } from '#kernel/period';
import { identityRules, sellerKinds, sellersAsked, setIdentityRule } from '#modules/parties';
import { pageIn, pagesAround, textIn } from '#lib/desk/pages.ts';
import { ruleShown, whatChanges } from '#lib/server/desk-identity.ts';
import { trailOf, whoSet } from '#lib/server/desk-trail.ts';
import { day, manyOf, oneOf, text, tick } from '#lib/server/fields.ts';
import { done, previewed, readForm, refused } from '#lib/server/forms.ts';
import type { Filled } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

const perPage = 10;

export const load: PageServerLoad = async ({ locals, url }) => {
  const found = await locals.ask(identityRules, { past: true });
  const today = dayOf(locals.house.clock.now());
  const all = (found?.rules ?? []).map((rule) => ruleShown(rule, today, locals));
  const known = [...Map.groupBy(all, ({ id }) => id)].map(([id, rules]) => ({
    id,
    newest: rules.at(-1)!,
    rules: rules.filter(({ state }) => state !== 'past'),
    past: rules.filter(({ state }) => state === 'past').reverse(),
  }));
  const sought = textIn(url);
  const fits = known.filter(({ newest }) => newest.countryName.toLowerCase().includes(sought.toLowerCase()));
  const from = (pageIn(url) - 1) * perPage;
  const shown = fits.slice(from, from + perPage);
  const trail = await trailOf(
    locals,
    shown.map(({ newest }) => newest.subject),
  );
  const signed = (rule: (typeof all)[number]) => ({
    ...rule,
    set: whoSet(trail, rule.subject, { validFrom: rule.from }),
  });
  return {
    first: addDays(today, 1),
    sought,
    known: shown.map(({ rules, past, ...one }) => ({ ...one, rules: rules.map(signed), past: past.map(signed) })),
    around: pagesAround(url, fits.length > from + perPage),
    total: fits.length,
  };
};

/** What a form says of a rule: the newest of its kind is what is changed; what it asks stays, only whether it must be given is chosen. */
async function ruleIn(locals: App.Locals, form: Filled) {
  const which = form.take({ country: text({ most: 2 }), kind: oneOf(sellerKinds) });
  if (!which.ok) return which;
  const { country, kind } = which.value;
  const found = await locals.ask(identityRules, {});
  const before = found?.rules.filter((one) => one.country === country && one.kind === kind).at(-1);
  if (!before) return { ok: false as const, again: refused({ no: 'country_not_known' }, form) };
  const input = form.take({
    must: manyOf(before.fields.map(({ field }) => field)),
    papers: manyOf(before.papers.map(({ paper }) => paper)),
    payoutAccount: tick(),
    validFrom: day(),
  });
  if (!input.ok) return input;
  const { must, papers, payoutAccount, validFrom } = input.value;
  const rule = {
    country,
    kind,
    payoutAccount,
    validFrom,
    mark: before.mark,
    shown: before.shown,
    fields: before.fields.map((one) => ({ ...one, must: must.includes(one.field) })),
    papers: before.papers.map((one) => ({ ...one, must: papers.includes(one.paper) })),
  };
  return { ok: true as const, before, rule };
}

export const actions: Actions = {
  preview: async (event) => {
    const { locals } = event;
    const form = await readForm(event);
    const said = await ruleIn(locals, form);
    if (!said.ok) return said.again;
    const meets = await locals.ask(sellersAsked, said.rule);
    if (!meets.ok) return refused(meets.refusal, form);
    const rows = whatChanges(said.before, said.rule, locals);
    const { drafts, waiting, admitted } = meets.value;
    return previewed(form, {
      says:
        rows.length === 0
          ? [locals.t('desk.preview.same')]
          : [
              locals.t('desk.preview.drafts', { count: drafts }),
              locals.t('desk.preview.handed_in', { waiting, admitted }),
            ],
      rows,
    });
  },
  set: async (event) => {
    const { locals } = event;
    const form = await readForm(event);
    const said = await ruleIn(locals, form);
    if (!said.ok) return said.again;
    const input = form.take({ source: text({ most: 1000 }), why: text({ most: 500 }) });
    if (!input.ok) return input.again;
    const set = await locals.perform(form.key, setIdentityRule, { ...said.rule, ...input.value });
    if (!set.ok)
      return refused(set.refusal, form, {
        day_is_not_ahead: 'validFrom',
        later_rule_is_there: 'validFrom',
        rule_has_no_source: 'source',
        reason_is_missing: 'why',
        text_is_too_long: 'why',
      });
    return done(form, locals.t('desk.rule.done.from'));
  },
};
