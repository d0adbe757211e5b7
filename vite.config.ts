import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';
import { lighterPages } from './tools/lighter-pages.ts';
import { wordsOfRoutes } from './tools/words-of-routes.ts';

const ours = /^#(modules|platform|kernel)(\/|$)/;

/**
 * The web bundle never holds a copy of the house's own modules: the process that serves it has them loaded already, with
 * their pools, caches and statements. Node resolves the same names from package.json at run time.
 */
const oneCopyOfEachModule: Plugin = {
  name: 'one-copy-of-each-module',
  enforce: 'pre',
  apply: 'build',
  applyToEnvironment: (environment) => environment.name === 'ssr',
  resolveId: (id) => (ours.test(id) ? { id, external: true } : null),
};

/** What every page with a form is made of travels as one file: apart, thirty small ones pack a good deal worse. */
const together =
  /src\/(?:lib\/(?:parts\/(?:Form|form-around|here|Field|Control|Choices|Button|Notice|Money|When|Icon|Picture|Badge|Menu|SearchBox)|shells\/(?:Brand|Shop|SkipLink)|words\/|amount|days)|kernel\/(?:money|currency|decimal|result|number-text|icu))/;

export default defineConfig({
  environments: {
    client: {
      build: { rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'forms', test: together }] } } } },
    },
  },
  plugins: [
    oneCopyOfEachModule,
    lighterPages(),
    wordsOfRoutes(),
    sveltekit({
      // The prefix keeps the adapter's own variables apart from the house's PORT and the like; see src/web.ts.
      adapter: adapter({ envPrefix: 'ENTREPOT_WEB_' }),
      // Forty-eight cards say their class some nine hundred times: the short name saves a tenth of such a page.
      compilerOptions: { cssHash: ({ hash, filename, css }) => `s${hash(filename || css).slice(0, 5)}` },
      // Buyers do not load the list of all addresses of three doors; the server says which page an address is.
      router: { resolution: 'server' },
      // That answer has another address than the page: what a page loads is named from the root, or styles are missed.
      paths: { relative: false },
      // A page brings its own styles, so that a telephone draws it after one round trip.
      inlineStyleThreshold: 16_384,
      csp: {
        // Hashes, not nonces: a page that many may share must be the same bytes for all of them.
        mode: 'hash',
        directives: {
          'default-src': ['self'],
          'script-src': ['self'],
          'style-src': ['self'],
          // The one style attribute there is: SvelteKit's own, on the element that reads out a new page's title.
          'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
          'img-src': ['self', 'data:', 'blob:'],
          'font-src': ['self'],
          'connect-src': ['self'],
          'object-src': ['none'],
          'base-uri': ['self'],
          'form-action': ['self'],
          'frame-ancestors': ['none'],
        },
      },
    }),
  ],
});
