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

export interface ProductFacts {
  title: string;
  description: string;
  /** Whole addresses. */
  pictures: readonly string[];
  url: string;
  brand: string;
  category: string;
  sku: string;
  gtin: string;
  price: Money;
  available: boolean;
  store: { name: string; url: string } | undefined;
  /** What bringing one to a country costs; undefined where nobody carries it there or it is not sent. */
  carriage: { country: string; amount: Money } | undefined;
}

/** A product with its offer: the price of one before carriage, and the carriage to the reader's country. */
export const productFacts = (it: ProductFacts): object => ({
  '@context': context,
  '@type': 'Product',
  name: it.title,
  description: it.description,
  image: it.pictures,
  category: it.category,
  sku: it.sku,
  ...(it.gtin ? { gtin: it.gtin } : {}),
  ...(it.brand ? { brand: { '@type': 'Brand', name: it.brand } } : {}),
  offers: {
    '@type': 'Offer',
    price: plain(it.price),
    priceCurrency: it.price.currency,
    availability: `${context}/${it.available ? 'InStock' : 'OutOfStock'}`,
    url: it.url,
    ...(it.store ? { seller: { '@type': 'Organization', name: it.store.name, url: it.store.url } } : {}),
    ...(it.carriage
      ? {
          shippingDetails: {
            '@type': 'OfferShippingDetails',
            shippingDestination: { '@type': 'DefinedRegion', addressCountry: it.carriage.country },
            shippingRate: {
              '@type': 'MonetaryAmount',
              value: plain(it.carriage.amount),
              currency: it.carriage.amount.currency,
            },
          },
        }
      : {}),
  },
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
