/** What sellers are asked, as the desk's pages show it, and what a change of it changes. */
import { countryName } from '#kernel/place';
import { inLanguage } from '#modules/parties';
import type { AskedField, AskedPaper, IdentityRule } from '#modules/parties';
import { standing } from '../desk/dated.ts';
import type { Preview } from './forms.ts';

type Reader = Pick<App.Locals, 'locale' | 't'>;

export function ruleShown(rule: IdentityRule, today: string, { locale, t }: Reader) {
  const { country, kind, validFrom: from, validTo: to, source, payoutAccount } = rule;
  return {
    id: `${country}.${kind}`,
    subject: `identity_rule:${country}:${kind}`,
    country,
    countryName: country === '*' ? t('desk.identity.elsewhere') : countryName(country, locale),
    kind,
    from,
    to,
    state: standing({ valid_from: from, valid_to: to }, today),
    source,
    payoutAccount,
    fields: rule.fields.map(({ field, label, must }) => ({
      name: field,
      label: inLanguage(label, locale),
      must,
      shown: rule.shown.includes(field),
      mark: rule.mark === field,
    })),
    papers: rule.papers.map(({ paper, label, must }) => ({ name: paper, label: inLanguage(label, locale), must })),
  };
}

interface Asked {
  fields: readonly AskedField[];
  papers: readonly AskedPaper[];
  payoutAccount: boolean;
}

/** Only what is another then: each answer, paper and the account, as it is asked now and then. */
export function whatChanges(before: Asked, after: Asked, { locale, t }: Reader): Preview['rows'] {
  const said = (must: boolean | undefined) =>
    t(must === undefined ? 'desk.identity.not_asked' : must ? 'desk.identity.must' : 'desk.identity.may');
  const rows = [
    ...after.fields.map(({ field, label, must }) => ({
      what: inLanguage(label, locale),
      was: before.fields.find((one) => one.field === field)?.must,
      must,
    })),
    ...after.papers.map(({ paper, label, must }) => ({
      what: t('desk.identity.paper', { name: inLanguage(label, locale) }),
      was: before.papers.find((one) => one.paper === paper)?.must,
      must,
    })),
    { what: t('desk.store.part.payout_account'), was: before.payoutAccount, must: after.payoutAccount },
  ];
  return rows
    .filter(({ was, must }) => was !== must)
    .map(({ what, was, must }) => ({ what, before: said(was), after: said(must) }));
}
