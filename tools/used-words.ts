/**
 * Which words a page uses, read from the source: every `t('key', { … })` in a component and in what it imports. A key
 * that is put together, as in t(`order.state.${state}`), stands for all keys that begin and end like it.
 */
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parse } from 'svelte/compiler';

/** One asking for a word. `*` in a key stands for the part that is put in; `args` is missing where it cannot be read. */
export interface Use {
  key: string;
  args: string[] | undefined;
  file: string;
}

export interface Source {
  uses: Use[];
  imports: string[];
}

interface Node {
  type: string;
  [part: string]: unknown;
}

/** What a .svelte or .ts file asks for, and the files of ours that it imports. */
export function readSource(file: string, root: string): Source {
  const text = readFileSync(file, 'utf8');
  const markup = file.endsWith('.svelte')
    ? text
    : `<script lang="ts">${text.replaceAll('</script', '<\\/script')}\n</script>`;
  const source: Source = { uses: [], imports: [] };
  walk(parse(markup, { modern: true, filename: file }) as unknown as Node, (node) => {
    if (node.type === 'CallExpression') source.uses.push(...usesIn(node, relative(root, file)));
    const from = importedBy(node);
    const found = from && locate(from, file, root);
    if (found) source.imports.push(found);
  });
  return source;
}

function walk(node: unknown, visit: (node: Node) => void): void {
  if (Array.isArray(node)) for (const one of node) walk(one, visit);
  else if (node && typeof node === 'object' && !(node instanceof RegExp)) {
    if (typeof (node as Node).type === 'string') visit(node as Node);
    for (const name in node)
      if (name !== 'loc' && name !== 'metadata') walk((node as Record<string, unknown>)[name], visit);
  }
}

function importedBy(node: Node): string | undefined {
  const kinds = ['ImportDeclaration', 'ExportNamedDeclaration', 'ExportAllDeclaration', 'ImportExpression'];
  if (!kinds.includes(node.type) || node['importKind'] === 'type') return undefined;
  return (node['source'] as { value?: string } | null | undefined)?.value;
}

/** Only our own files matter here; packages and server modules ask for no words of a page. */
function locate(from: string, importer: string, root: string): string | undefined {
  if (from.startsWith('#lib/')) return sourceFile(join(root, 'src/lib', from.slice(5)));
  if (from.startsWith('.')) return sourceFile(resolve(dirname(importer), from));
  return undefined;
}

const sourceFile = (file: string) => (/\.(svelte|ts)$/.test(file) && existsSync(file) ? file : undefined);

/** `t(…)`, and `something.t(…)` as server code has it. */
function usesIn(call: Node, file: string): Use[] {
  const callee = call['callee'] as Node;
  const name = callee.type === 'MemberExpression' ? (callee['property'] as Node)['name'] : callee['name'];
  const [first, second] = call['arguments'] as Node[];
  if (name !== 't' || !first) return [];
  return keysIn(first).map((key) => ({ key, args: argsIn(second), file }));
}

function keysIn(node: Node): string[] {
  if (node.type === 'Literal' && typeof node['value'] === 'string') return [node['value']];
  if (node.type === 'ConditionalExpression')
    return [...keysIn(node['consequent'] as Node), ...keysIn(node['alternate'] as Node)];
  if (node.type === 'TSAsExpression' || node.type === 'TSNonNullExpression') return keysIn(node['expression'] as Node);
  if (node.type !== 'TemplateLiteral') return [];
  return [(node['quasis'] as { value: { cooked: string } }[]).map((quasi) => quasi.value.cooked).join('*')];
}

function argsIn(node: Node | undefined): string[] | undefined {
  if (!node) return [];
  if (node.type !== 'ObjectExpression') return undefined;
  const names = (node['properties'] as Node[]).map((one) => (one['key'] as Node | undefined)?.['name']);
  return names.every((name) => typeof name === 'string') ? (names as string[]) : undefined;
}

/** Whether a use stands for this key. */
export function asksFor(use: string, key: string): boolean {
  if (!use.includes('*')) return use === key;
  const [start, ...rest] = use.split('*');
  return key.startsWith(start!) && key.endsWith(rest.at(-1)!) && key.length > use.length - rest.length;
}

/** All files of ours below a folder that may ask for words. */
export function sourcesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => /\.(svelte|ts)$/.test(file) && !/\.(test|d)\.ts$/.test(file) && statSync(file).isFile());
}

/** Reads each file once, however many pages use it. */
export class Sources {
  readonly root: string;
  readonly read = new Map<string, Source>();

  constructor(root: string) {
    this.root = root;
  }

  of(file: string): Source {
    let source = this.read.get(file);
    if (!source) this.read.set(file, (source = readSource(file, this.root)));
    return source;
  }

  /** The keys asked for by these files and all that they import, to the end. */
  keysOf(files: string[]): Set<string> {
    const keys = new Set<string>();
    const seen = new Set<string>();
    const visit = (file: string): void => {
      if (seen.has(file)) return;
      seen.add(file);
      const source = this.of(file);
      for (const use of source.uses) keys.add(use.key);
      source.imports.forEach(visit);
    };
    files.forEach(visit);
    return keys;
  }
}
