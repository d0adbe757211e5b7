import { addDays, dayOf } from '#kernel/period';
import { countryName } from '#kernel/place';
import { identityRules, inLanguage, sellerKinds, setIdentityRule } from '#modules/parties';
import type { IdentityRule } from '#modules/parties';
import { pageIn, pagesAround, textIn } from '#lib/desk/pages.ts';
import { standing } from '#lib/desk/dated.ts';
import { day, manyOf, oneOf, text, tick } from '#lib/server/fields.ts';
import { done, readForm, refused } from '#lib/server/forms.ts';
import type { Actions, PageServerLoad } from './$types';

const idOf = ({ country, kind }: Pick<IdentityRule, 'country' | 'kind'>) => `${country}.${kind}`;

const perPage = 10;

export const load: PageServerLoad = async ({ locals, url }) => {
  const found = await locals.ask(identityRules, {});
  const today = dayOf(locals.house.clock.now());
  const { locale } = locals;
  const newest = new Map((found?.rules ?? []).map((rule) => [idOf(rule), rule]));
  const rules = (found?.rules ?? []).map((rule) => ({
    id: idOf(rule),
    country: rule.country,
    countryName: rule.country === '*' ? locals.t('desk.identity.elsewhere') : countryName(rule.country, locale),
    kind: rule.kind,
    from: rule.validFrom,
    to: rule.validTo,
    state: standing({ valid_from: rule.validFrom, valid_to: rule.validTo }, today),
    source: rule.source,
    newest: newest.get(idOf(rule)) === rule,
    payoutAccount: rule.payoutAccount,
    fields: rule.fields.map(({ field, label, must }) => ({
      name: field,
      label: inLanguage(label, locale),
      must,
      shown: rule.shown.includes(field),
      mark: rule.mark === field,
    })),
    papers: rule.papers.map(({ paper, label, must }) => ({ name: paper, label: inLanguage(label, locale), must })),
  }));
  const sought = textIn(url);
  const fits = rules.filter(({ countryName: name }) => name.toLowerCase().includes(sought.toLowerCase()));
  const from = (pageIn(url) - 1) * perPage;
  return {
    first: addDays(today, 1),
    sought,
    rules: fits.slice(from, from + perPage),
    around: pagesAround(url, fits.length > from + perPage),
    total: fits.length,
  };
};

export const actions: Actions = {
  default: async (event) => {
    const { locals } = event;
    const form = await readForm(event);
    const which = form.take({ country: text({ most: 2 }), kind: oneOf(sellerKinds) });
    if (!which.ok) return which.again;
    const found = await locals.ask(identityRules, {});
    // The newest of its kind is what is changed; what it asks stays, and only whether it must be given is chosen.
    const rule = (found?.rules ?? []).filter((one) => idOf(one) === idOf(which.value)).at(-1);
    if (!rule) return refused({ no: 'country_not_known' }, form);
    const input = form.take({
      must: manyOf(rule.fields.map(({ field }) => field)),
      papers: manyOf(rule.papers.map(({ paper }) => paper)),
      payoutAccount: tick(),
      validFrom: day(),
      source: text({ most: 1000 }),
      why: text({ most: 500 }),
    });
    if (!input.ok) return input.again;
    const { must, papers, ...rest } = input.value;
    const set = await locals.perform(form.key, setIdentityRule, {
      ...which.value,
      ...rest,
      mark: rule.mark,
      shown: rule.shown,
      fields: rule.fields.map((one) => ({ ...one, must: must.includes(one.field) })),
      papers: rule.papers.map((one) => ({ ...one, must: papers.includes(one.paper) })),
    });
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
