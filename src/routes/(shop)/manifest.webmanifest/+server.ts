/** What a telephone needs to know to keep the shop beside its other programs, in the language of the address. */
import { directionOf } from '#kernel/languages';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals }) => {
  const { locale, t, to } = locals;
  const icon = (src: string, sizes: string, purpose: 'any' | 'maskable') => ({
    src,
    sizes,
    type: src.endsWith('.svg') ? 'image/svg+xml' : 'image/png',
    purpose,
  });
  const manifest = {
    id: '/',
    name: 'Entrepot',
    short_name: 'Entrepot',
    description: t('home.description'),
    lang: locale,
    dir: directionOf(locale),
    start_url: to('/'),
    scope: '/',
    display: 'standalone',
    background_color: '#F7F5F0',
    theme_color: '#F7F5F0',
    categories: ['shopping'],
    icons: [
      icon('/favicon.svg', 'any', 'any'),
      icon('/icon-192.png', '192x192', 'any'),
      icon('/icon-512.png', '512x512', 'any'),
      icon('/icon-maskable.png', '512x512', 'maskable'),
    ],
    shortcuts: [
      { name: t('shell.orders'), url: to('/account/orders') },
      { name: t('shell.cart_word'), url: to('/cart') },
    ],
  };
  return new Response(JSON.stringify(manifest), {
    headers: { 'content-type': 'application/manifest+json', 'cache-control': 'public, max-age=3600' },
  });
};
