/** The pages that are looked at: by door, with the way to those whose address is only known once one is there. */
import type { Page } from 'playwright-core';

export type Door = 'shop' | 'seller' | 'desk';

export interface Sight {
  name: string;
  door: Door;
  title: string;
  /** Without language. A function finds the address on the way, in the language that is given; none when it is there already. */
  path: string | ((page: Page, at: (path: string) => string) => Promise<string>);
  /** Who looks; nobody is signed in as a guest. */
  who: 'guest' | 'ana' | 'mei' | 'ines' | 'tomas' | 'wen';
}

type Way = Sight['path'];

/** The first link on a page whose address begins with something. */
const through =
  (start: string, link: string): Way =>
  async (page, at) => {
    await page.goto(at(start));
    const found = page.locator(`main a[href*="${link}"]`).first();
    return (await found.getAttribute('href', { timeout: 5000 })) ?? start;
  };

/** Several links one after the other, each the first of its kind on the page before. */
const onward =
  (start: string, ...links: string[]) =>
  async (page: Page, at: (path: string) => string): Promise<string> => {
    let address = at(start);
    for (const link of links) {
      await page.goto(address);
      const found = page.locator(link).first();
      address = new URL((await found.getAttribute('href', { timeout: 5000 })) ?? start, page.url()).href;
    }
    return address.slice(new URL(address).origin.length);
  };

/** Of the product whose seller has answered. */
const answered: Way = async (page, at) =>
  `${await onward('/seller/questions?view=answered', 'main a[href*="/products/"]')(page, at)}/questions`;

/** A cart with something in it, laid in as a visitor does. */
const filledCart =
  (path: string): Way =>
  async (page, at) => {
    await page.goto(at('/'));
    const product = await page.locator('main a[href*="/products/"]').first().getAttribute('href');
    await page.goto(new URL(product!, page.url()).href);
    await page.locator('main form.buy button').last().click();
    await page.waitForLoadState('networkidle');
    return path;
  };

/** What a page says when it is sent with nothing filled in, past what the browser itself would stop. */
const refused =
  (way: Way, form: string): Way =>
  async (page, at) => {
    await page.goto(at(typeof way === 'string' ? way : await way(page, at)));
    const found = page.locator(form);
    await found.evaluate((element) => ((element as HTMLFormElement).noValidate = true));
    await found.locator('button').last().click();
    await page.locator('[aria-invalid="true"]').first().waitFor();
    return '';
  };

/** The first orders of the list, worked on together. */
const together =
  (path: string): Way =>
  async (page, at) => {
    await page.goto(at('/seller/orders'));
    const boxes = page.locator('input[name="order"]');
    const orders = await boxes.evaluateAll((all) => all.map((box) => (box as HTMLInputElement).value));
    return `${path}orders=${orders.slice(0, 10).join(',')}`;
  };

/** Some products of the table, changed at once, as far as the look before it is done. */
const changed: Way = async (page, at) => {
  await page.goto(at('/seller/products'));
  const boxes = page.locator('input[name="product"]');
  const products = await boxes.evaluateAll((all) => all.map((box) => (box as HTMLInputElement).value));
  const chosen = products.slice(0, 5).map((product) => `product=${product}`);
  return `/seller/products/many?${chosen.join('&')}&what=price_percent&percent=10&look=1`;
};

/** Makes the sights of a door, as its usual visitor sees them unless another is named. */
const sightsOf =
  (door: Door, usual: Sight['who']) =>
  (name: string, title: string, path: Way, who = usual): Sight => ({ name: `${door}-${name}`, door, title, path, who });
const shop = sightsOf('shop', 'guest');
const seller = sightsOf('seller', 'mei');
const desk = sightsOf('desk', 'ines');

export const sights: readonly Sight[] = [
  shop('home', 'Home', '/'),
  shop('category', 'A category', through('/', '/categories/')),
  shop('search', 'Results, a slip of the finger mended', '/search?q=ketle'),
  shop('found-nothing', 'Nothing found, and what is liked', '/search?q=spaceship'),
  shop('nothing-found', 'Nothing found', '/search?q=xyzzyplugh'),
  shop('product', 'A product', through('/', '/products/')),
  shop('sold-out', 'A product that is sold out', onward('/', 'main li:has(.badge.warn) > a')),
  shop('variants', 'A product in colours and sizes', through('/categories/clothing', '/products/')),
  shop('digital', 'A digital product', through('/categories/digital', '/products/')),
  shop('questions', 'Questions on a product', answered, 'mei'),
  shop('store', 'A store', '/stores/haitang-kitchen'),
  shop('cart-empty', 'An empty cart', '/cart'),
  shop('cart', 'Cart', filledCart('/cart')),
  shop('checkout', 'Checkout', filledCart('/checkout')),
  shop('checkout-refused', 'Checkout, with fields to mend', refused(filledCart('/checkout'), 'form.form')),
  shop(
    'payment',
    'A payment that waits',
    onward('/account/orders', 'main li a[href*="/orders/"]', 'main a[href*="/purchases/"]'),
    'ana',
  ),
  shop('sign-in', 'Sign in', '/sign-in'),
  shop('sign-up', 'Open an account', '/sign-up'),
  shop('help', 'Help', '/help'),
  shop('help-topic', 'A help page', through('/help', '/help/')),
  shop('preferences', 'Country, language, currency', '/preferences'),
  shop('lost', 'A page that is not there', '/nowhere'),
  shop('account', 'Account', '/account', 'ana'),
  shop('orders', 'Orders', '/account/orders', 'ana'),
  shop('order', 'An order', through('/account/orders', '/orders/'), 'ana'),
  shop('wishes', 'Wish list', '/account/wishes', 'ana'),
  shop('addresses', 'Addresses', '/account/addresses', 'ana'),
  shop('security', 'Password, passkeys, sessions', '/account/security', 'ana'),
  shop('data', 'A person’s data', '/account/data', 'ana'),
  seller('today', 'Today', '/seller'),
  seller('products', 'Products', '/seller/products'),
  seller('product', 'A listing', through('/seller/products', '/seller/products/0')),
  seller('grid', 'A listing with variants', through('/seller/products?q=Vintage%20stovetop', '/seller/products/0')),
  seller('many', 'Several products changed at once', changed),
  seller('new', 'A new listing', '/seller/products/new'),
  seller('import', 'Import', '/seller/import'),
  seller('orders', 'Orders', '/seller/orders'),
  seller('order', 'An order', through('/seller/orders', '/seller/orders/0')),
  seller('labels', 'Labels of several orders', together('/seller/orders/batch?for=labels&')),
  seller('numbers-said', 'Numbers of several parcels', together('/seller/orders/batch?for=numbers&')),
  seller('pick', 'Pick list', together('/seller/orders/pick?')),
  seller('packing', 'Packing lists', together('/seller/orders/packing?')),
  seller('questions', 'Questions', '/seller/questions'),
  seller('answered', 'Questions that were answered', '/seller/questions?view=answered'),
  seller('numbers', 'Numbers', '/seller/numbers'),
  seller('balance', 'Balance', '/seller/balance?from=2020-01-01'),
  seller('payouts', 'Payouts', '/seller/payouts'),
  seller('store', 'The store', '/seller/store'),
  seller('design', 'The store’s page, arranged', '/seller/store/design'),
  seller('section', 'A section of it', '/seller/store/design/section?kind=products'),
  seller('fees', 'Fees of an order', through('/seller/balance?from=2020-01-01', '/seller/balance/0')),
  seller('people', 'People', '/seller/people'),
  seller('keys', 'API keys', '/seller/keys'),
  seller('webhooks', 'Webhooks', '/seller/webhooks'),
  seller('opening', 'Opening a store', '/seller/open', 'ana'),
  seller('applied', 'A store that applies', through('/seller/open', '/seller/open/0'), 'wen'),
  desk('today', 'Today', '/desk'),
  desk('today-of-one', 'Today, for who reviews listings alone', '/desk', 'tomas'),
  desk('barred', 'What is others’ work', '/desk/payments', 'tomas'),
  desk(
    'listing-of-one',
    'A listing, for who reviews listings alone',
    through('/desk/listings', '/desk/listings/'),
    'tomas',
  ),
  desk('stores', 'Stores', '/desk/stores'),
  desk('store', 'A store', through('/desk/stores', '/desk/stores/')),
  desk('listings', 'Listings', '/desk/listings'),
  desk('listing', 'A listing under review', through('/desk/listings', '/desk/listings/')),
  desk('orders', 'Orders', '/desk/orders'),
  desk('order', 'An order', through('/desk/orders', '/desk/orders/0')),
  desk('parcels', 'Parcels', '/desk/orders/parcels'),
  desk('payments', 'Payments', '/desk/payments'),
  desk('payment', 'A payment', through('/desk/payments', '/desk/payments/0')),
  desk('stuck', 'Stuck payments', '/desk/payments/stuck'),
  desk('provider', 'What the provider tells', '/desk/payments/webhooks'),
  desk('payouts', 'Payouts', '/desk/payouts'),
  desk('bank', 'Lines of the bank', '/desk/payouts/bank'),
  desk('settlements', 'Settlements', '/desk/payouts/settlements'),
  desk('books', 'The books', '/desk/books'),
  desk('accounts', 'Accounts of a kind', through('/desk/books', '/desk/books/')),
  desk('account', 'Transfers of an account', through('/desk/books/seller_payable', '/desk/books/accounts/')),
  desk('rules', 'Rules', '/desk/rules'),
  desk('texts', 'Texts', '/desk/rules/texts'),
  desk('text', 'A text', '/desk/rules/texts/desk.age.days'),
  desk('categories', 'Categories', '/desk/rules/categories'),
  desk('category', 'A category', through('/desk/rules/categories', '/desk/rules/categories/')),
  desk('margins', 'Margins', '/desk/rules/exchange'),
  desk('asked', 'What sellers are asked', '/desk/rules/sellers'),
  desk('commission', 'Commission', '/desk/rules/commission'),
  desk('methods', 'Payment methods', '/desk/rules/methods'),
  desk('lines', 'Lines', '/desk/rules/lines'),
  desk('line', 'A line to a zone', through('/desk/rules/lines', '/desk/rules/lines/')),
  desk('rates', 'Rates', '/desk/rules/rates'),
  desk('people', 'People', '/desk/people'),
  desk('audit', 'Audit trail', '/desk/audit'),
  desk('health', 'Health', '/desk/health'),
  desk('speed', 'Speed', '/desk/health/pages'),
  desk('errors', 'Errors', '/desk/health/errors'),
];
