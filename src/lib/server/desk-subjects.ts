/** What the audit trail is about, by the names that people give it, where the trail itself keeps ids. */
import { categoryForm, titlesOf } from '#modules/catalogue';
import { countryName } from '#kernel/place';
import { peopleOf, storesOf } from '#modules/parties';
import { orderNumber } from '#modules/trade';

/** An order's number, a listing's title, the name of a store, a person or a category, by the subject as the trail keeps it. */
export async function namesOfSubjects(
  { ask, locale, t }: App.Locals,
  subjects: readonly string[],
): Promise<Record<string, string>> {
  const all = [...new Set(subjects)];
  const of = (what: string) => all.filter((one) => one.startsWith(`${what}:`)).map((one) => one.slice(what.length + 1));
  const [stores, products, people, categories] = await Promise.all([
    ask(storesOf, { stores: of('store') }),
    ask(titlesOf, { products: of('product'), locale }),
    ask(peopleOf, { people: of('person') }),
    Promise.all(of('category').map(async (name) => [name, await categoryName(ask, locale, name)] as const)),
  ]);
  return Object.fromEntries(
    [
      ...stores.map(({ store, name }) => [`store:${store}`, name] as const),
      ...products.map(({ product, title }) => [`product:${product}`, title] as const),
      ...people.map(({ person, name }) => [`person:${person}`, name] as const),
      ...categories.map(([id, name]) => [`category:${id}`, name] as const),
      ...of('order').map((id) => [`order:${id}`, orderNumber(id)] as const),
      ...of('identity_rule').map((rule) => [`identity_rule:${rule}`, ruleName(rule, locale, t)] as const),
    ].filter(([, name]) => name !== ''),
  );
}

/** Of `category:<id>` its name, of `category:<id>/<attribute>` both. Every category is `*`, which has no name. */
async function categoryName(ask: App.Locals['ask'], locale: App.Locals['locale'], name: string): Promise<string> {
  const [category = '', attribute] = name.split('/');
  const form = await ask(categoryForm, { category, locale });
  if (!form) return '';
  const asked = form.attributes.find(({ code }) => code === attribute);
  return asked ? `${form.name} · ${asked.name}` : form.name;
}

/** Of `identity_rule:<country>:<kind>`. */
function ruleName(rule: string, locale: string, t: App.Locals['t']): string {
  const [country = '', kind] = rule.split(':');
  const where = country === '*' ? t('desk.identity.elsewhere') : countryName(country, locale);
  return `${where} · ${t(kind === 'company' ? 'desk.store.kind.company' : 'desk.store.kind.person')}`;
}
