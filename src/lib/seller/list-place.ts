/**
 * Where in the list of products somebody came from: it travels along as `from`, so that after editing they are back at the
 * same view, the same page and the same line.
 */
type Address = { readonly searchParams: { get: (name: string) => string | null } };

export const placeIn = ({ searchParams }: Address): string => (searchParams.get('from') ?? '').slice(0, 1200);

/** A page of a product, with the place kept. */
export function keepingPlace(path: string, url: Address): string {
  const from = placeIn(url);
  return from ? `${path}?${new URLSearchParams({ from })}` : path;
}

/** The list as it was, at the product's line. */
export function backToList(url: Address, product: string): string {
  const from = new URLSearchParams(placeIn(url)).toString();
  return `/seller/products${from ? `?${from}` : ''}#p-${product}`;
}

/** From the list to a product. `here` is what the list's address asks for. */
export function toProduct(product: string, here: string): string {
  return `/seller/products/${product}${here ? `?${new URLSearchParams({ from: here })}` : ''}`;
}
