import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { sayIn } from '../../src/lib/server/messages.ts';
import { paulista } from '../town.ts';
import { countActs, measured } from './acts.ts';
import { inBrowser, openBrowserTown, opening } from './browser.ts';
import type { BrowserTown } from './browser.ts';
import { button, choice, field, link, says, title } from './trade/hands.ts';

const pt = sayIn('pt-BR');
const buyMost = 14;
/** Its bank asks for a code that it sends to the holder. */
const card = { number: '4000002760003184', expiry: '1230', cvc: '123', holder: 'ANA SOUZA', code: '123456' };

inBrowser('Ana buys the first thing that she finds', () => {
  let town: BrowserTown;
  beforeAll(async () => {
    town = await openBrowserTown();
    await town.seller('Mei, Shenzhen');
  }, opening);
  afterAll(() => town?.close());
  afterEach(() => expect(town.complaints()).toEqual([]));

  test('as a guest, with a card whose bank asks for a code', async () => {
    const page = await town.page('Ana', { locale: 'pt-BR' });
    const acts = await countActs(page);
    await page.goto(town.at('/'));

    await field(page, pt('shop.search')).click();
    await acts.types('chaleira');
    await page.keyboard.press('Enter');
    await title(page, pt('search.title', { text: 'chaleira' }));
    await link(page, 'Chaleira elétrica').first().click();
    await title(page, 'Chaleira elétrica');
    await button(page, pt('product.to_cart')).click();
    await link(page, pt('cart.checkout')).click();

    await title(page, pt('checkout.title'));
    await field(page, pt('checkout.email')).click();
    await acts.fillsIn('ana@saopaulo.test', 'Ana Souza');
    // No company, and below no second line: she goes past them.
    await page.keyboard.press('Tab');
    await acts.fillsIn(paulista['postalCode']!, paulista['street']!, paulista['number']!);
    await page.keyboard.press('Tab');
    await acts.fillsIn(paulista['district']!, paulista['city']!);
    // In a list the first letter leads from one state to the next.
    const state = field(page, pt('address.uf'));
    for (let n = 0; n < 9 && (await state.inputValue()) !== paulista['region']; n++) await acts.types('s');
    expect(await choice(page, pt('method.card')).isChecked()).toBe(true);
    await button(page, pt('checkout.order')).click();
    await says(page, pt('purchase.preparing'));
    await town.settle();
    await link(page.getByRole('region', { name: pt('method.card') }), pt('purchase.to_card')).click();

    await page.locator('#number').click();
    await acts.fillsIn(card.number, card.expiry, card.cvc);
    await acts.types(card.holder);
    await page.locator('button.main').click();
    await page.locator('#code:focus').waitFor();
    await acts.types(card.code);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/purchases\//);
    await town.settle();
    // The provider leads her back in her own language, and the page looks again by itself.
    await title(page, pt('purchase.paid'));
    expect(await town.faults(page)).toEqual([]);
    measured('buy', acts, buyMost);
  });
});
