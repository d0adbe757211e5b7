import { expect, test } from 'vitest';
import { marked, still, titleOf, withOrders } from './kept-copy.ts';

test('a copy runs no script, and says that it is one and of when', () => {
  const page =
    '<link rel="modulepreload" href="/x.js"><p class="k" data-kept hidden="">As of <time data-kept-at=""></time></p><script>go()</script>';
  expect(marked(still(page), new Date('2026-03-02T09:00:00Z'), 'en')).toMatch(
    /^<p class="k" data-kept>As of <time data-kept-at="">Mar 2, 2026, .+<\/time><\/p>$/,
  );
});

test('the page without a connection lists what can be opened, and nobody’s title is markup there', () => {
  const page = '<section data-kept-orders hidden=""><ul data-kept-list=""><!--[--><!--]--></ul></section>';
  expect(withOrders(page, [])).toBe(page);
  expect(withOrders(page, [{ path: '/orders/1', title: 'Order <b>' }])).toBe(
    '<section data-kept-orders><ul data-kept-list=""><li><a href="/orders/1">Order &lt;b&gt;</a></li></ul></section>',
  );
});

test('a title is read without the name of the shop', () => {
  expect(titleOf('<head><title>Order K7 &amp; more · Entrepot</title></head>')).toBe('Order K7 & more');
  expect(titleOf('<p>none</p>')).toBe('');
});
