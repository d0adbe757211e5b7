/** What search engines read of a page (schema.org): only what the page itself shows. */
import { plain } from '#kernel/money';
import type { Money } from '#kernel/money';

const context = 'https://schema.org';

export interface Step {
  name: string;
  /** The whole address. */
  url: string;
}

/** The way from the start page to where one is. */
const breadcrumbs = (steps: readonly Step[]): object => ({
  '@context': context,
  '@type': 'BreadcrumbList',
  itemListElement: steps.map(({ name, url }, place) => ({
    '@type': 'ListItem',
    position: place + 1,
    name,
    item: url,
  })),
});

/** The way through the categories to the page at hand. */
export const pathFacts = (
  way: readonly { id: string; name: string }[],
  { home, last, address }: { home: string; last?: Step; address: (path: string) => string },
): object =>
  breadcrumbs([
    { name: home, url: address('/') },
    ...way.map(({ id, name }) => ({ name, url: address(`/categories/${id}`) })),
    ...(last ? [last] : []),
  ]);

interface ProductShown {
  title: string;
  description: string;
  pictures: readonly { full: string }[];
  brand: string;
  path: readonly { id: string; name: string }[];
  variant: { sku: string; gtin: string; tiers: readonly { price: Money }[] };
  available: boolean;
  store: { slug: string; name: string } | null;
  /** To the reader's country; undefined where nobody carries it there, or it is not sent. */
  delivered: { carriage: Money } | undefined;
}

interface Place {
  origin: string;
  /** The path of the page. */
  here: string;
  country: string;
  /** What the start page is called. */
  home: string;
  to: (path: string) => string;
}

/** A product with its offer, the price of one before carriage and what the carriage costs; and the way to it. */
export function productFacts(it: ProductShown, { origin, here, country, home, to }: Place): object[] {
  const address = (path: string) => origin + to(path);
  const url = origin + here;
  const { price } = it.variant.tiers[0]!;
  const offer = {
    '@type': 'Offer',
    price: plain(price),
    priceCurrency: price.currency,
    availability: `${context}/${it.available ? 'InStock' : 'OutOfStock'}`,
    url,
    ...(it.store
      ? { seller: { '@type': 'Organization', name: it.store.name, url: address(`/stores/${it.store.slug}`) } }
      : {}),
    ...(it.delivered ? { shippingDetails: shipping(country, it.delivered.carriage) } : {}),
  };
  const product = {
    '@context': context,
    '@type': 'Product',
    name: it.title,
    description: it.description,
    image: it.pictures.map(({ full }) => origin + full),
    category: it.path.map(({ name }) => name).join(' > '),
    sku: it.variant.sku,
    ...(it.variant.gtin ? { gtin: it.variant.gtin } : {}),
    ...(it.brand ? { brand: { '@type': 'Brand', name: it.brand } } : {}),
    offers: offer,
  };
  return [product, pathFacts(it.path, { home, last: { name: it.title, url }, address })];
}

const shipping = (country: string, rate: Money): object => ({
  '@type': 'OfferShippingDetails',
  shippingDestination: { '@type': 'DefinedRegion', addressCountry: country },
  shippingRate: { '@type': 'MonetaryAmount', value: plain(rate), currency: rate.currency },
});

/** A store, as its page shows it. */
export const storeFacts = ({
  name,
  url,
  logo,
  about,
}: {
  name: string;
  url: string;
  logo: string;
  about: string;
}): object => ({
  '@context': context,
  '@type': 'Organization',
  name,
  url,
  ...(about ? { description: about } : {}),
  ...(logo ? { logo } : {}),
});
