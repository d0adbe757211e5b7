/**
 * Three things that SvelteKit does for each page although ours do not need them, taken out while building. A version of it
 * that is written otherwise stops the build, so that nobody goes on believing it is done.
 */
import type { Plugin } from 'vite';

const changes: readonly { file: string; from: string; to: string }[] = [
  {
    // A page without the framework is never told its data a second time, so they need not be written for it. Those of the
    // layouts are: the page that says what went wrong may stand within them, and have the framework.
    file: '/runtime/server/page/index.js',
    from: 'if (node) {\n\t\t\t\t\t\tdata_serializer.add_node(',
    to: 'if (node && (csr || i < nodes.data.length - 1)) {\n\t\t\t\t\t\tdata_serializer.add_node(',
  },
  {
    // Sending 20 kB of styles to another thread to be hashed takes longer than hashing them; and they are the same each time.
    file: '/runtime/server/page/csp.js',
    from: "const digest = await crypto.subtle.digest('SHA-256', text_encoder.encode(content));\n\treturn base64_encode(new Uint8Array(digest));",
    to:
      'const kept = (sha256.kept ??= new Map());\n\tlet digest = kept.get(content);\n\tif (digest === undefined) {\n\t\t' +
      "const { hash } = await import('node:crypto');\n\t\tdigest = hash('sha256', content, 'base64');\n\t\t" +
      'if (kept.size > 500) kept.clear();\n\t\tkept.set(content, digest);\n\t}\n\treturn digest;',
  },
  {
    // What is kept is named when it is kept (src/kept-pages.ts); what is one person's is kept by nobody.
    file: '/runtime/server/page/render.js',
    from: 'headers.set(\'etag\', `"${hash(transformed)}"`);',
    to: '',
  },
];

export function lighterPages(): Plugin {
  const done = new Set<string>();
  return {
    name: 'lighter-pages',
    enforce: 'pre',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === 'ssr',
    transform(code, id) {
      const change = changes.find(({ file }) => id.endsWith(`@sveltejs/kit/src${file}`));
      if (!change) return null;
      if (!code.includes(change.from))
        this.error(`${id} is not as it was: see ${change.file} in tools/lighter-pages.ts.`);
      done.add(change.file);
      return { code: code.replace(change.from, change.to), map: null };
    },
    buildEnd(error) {
      const left = changes.filter(({ file }) => !done.has(file));
      if (!error && left.length > 0) this.error(`Never built: ${left.map(({ file }) => file).join(', ')}.`);
    },
  };
}
