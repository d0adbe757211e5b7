/** What search engines need not ask for: pages of one person, in every language, and the consoles. */
import type { RequestHandler } from './$types';

const personal = ['account', 'cart', 'checkout', 'orders', 'purchases', 'preferences', 'sign-in', 'sign-up', 'search'];
const consoles = ['seller', 'desk', 'authority', 'partner', 'world'];

export const GET: RequestHandler = ({ locals }) => {
  const lines = [
    'User-agent: *',
    ...personal.flatMap((page) => [`Disallow: /${page}`, `Disallow: /*/${page}`]),
    ...consoles.map((console) => `Disallow: /${console}`),
    '',
    `Sitemap: ${locals.house.config.publicUrl}/sitemap.xml`,
    '',
  ];
  return new Response(lines.join('\n'), {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' },
  });
};
