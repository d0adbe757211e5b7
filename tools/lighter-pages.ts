/**
 * Three things that SvelteKit does for each page although ours do not need them, taken out while building. A version of it
 * that is written otherwise stops the build, so that nobody goes on believing it is done.
 */
import type { Plugin } from 'vite';

interface Change {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

const changes: readonly Change[] = [
  {
    // A page without the framework is never told its data a second time, so they are written only when they are asked for.
    file: '/runtime/server/page/data_serializer.js',
    from: '\t\tadd_node(i, node) {\n\t\t\ttry {',
    to: '\t\tadd_node(i, node) {\n\t\t\tlater.push(() => this.write_node(i, node));\n\t\t},\n\n\t\twrite_node(i, node) {\n\t\t\ttry {',
  },
  {
    file: '/runtime/server/page/data_serializer.js',
    from: '\t\tget_data(csp) {\n',
    to: '\t\tget_data(csp) {\n\t\t\tfor (const write of later.splice(0)) write();\n',
  },
  {
    file: '/runtime/server/page/data_serializer.js',
    from: '\tconst strings = /** @type {string[]} */ ([]);\n',
    to: '\tconst strings = /** @type {string[]} */ ([]);\n\tconst later = [];\n',
  },
  {
    file: '/runtime/server/page/render.js',
    from: 'const { data, chunks } = data_serializer.get_data(csp);',
    to: "const { data, chunks } = page_config.csr ? data_serializer.get_data(csp) : { data: '[]', chunks: null };",
  },
  {
    // Sending 20 kB of styles to another thread to be hashed takes longer than hashing them.
    file: '/runtime/server/page/csp.js',
    from: "const digest = await crypto.subtle.digest('SHA-256', text_encoder.encode(content));\n\treturn base64_encode(new Uint8Array(digest));",
    to: "const { hash } = await import('node:crypto');\n\treturn hash('sha256', content, 'base64');",
  },
  {
    // What is kept is named when it is kept (src/kept-pages.ts); what is one person's is kept by nobody.
    file: '/runtime/server/page/render.js',
    from: 'headers.set(\'etag\', `"${hash(transformed)}"`);',
    to: '',
  },
];

export function lighterPages(): Plugin {
  const done = new Set<Change>();
  return {
    name: 'lighter-pages',
    enforce: 'pre',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === 'ssr',
    transform(code, id) {
      const here = changes.filter(({ file }) => id.endsWith(`@sveltejs/kit/src${file}`));
      if (here.length === 0) return null;
      let lighter = code;
      for (const change of here) {
        if (!lighter.includes(change.from))
          this.error(`${id} is not as it was: see ${change.file} in tools/lighter-pages.ts.`);
        done.add(change);
        lighter = lighter.replace(change.from, () => change.to);
      }
      return { code: lighter, map: null };
    },
    buildEnd(error) {
      const left = changes.filter((change) => !done.has(change));
      if (!error && left.length > 0) this.error(`Never built: ${left.map(({ file }) => file).join(', ')}.`);
    },
  };
}
