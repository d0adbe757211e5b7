/** Categories to choose from: those that goods can lie in, with the way down to each, found by words. */
import type { CategoryView } from '#modules/catalogue';

export interface Leaf {
  id: string;
  name: string;
  /** Where it lies, from the top. */
  path: string[];
}

export function leavesOf(tree: readonly CategoryView[], path: readonly string[] = []): Leaf[] {
  return tree.flatMap(({ id, name, leaf, children }) =>
    leaf ? [{ id, name, path: [...path] }] : leavesOf(children, [...path, name]),
  );
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** All words must be there, in the name or on the way; accents and capitals do not matter. Names that begin so come first. */
export function leavesLike(tree: readonly CategoryView[], text: string): Leaf[] {
  const words = plain(text).split(/\s+/).filter(Boolean);
  const fits = leavesOf(tree).filter(({ name, path }) => {
    const all = plain([...path, name].join(' '));
    return words.every((word) => all.includes(word));
  });
  const first = (leaf: Leaf) => (plain(leaf.name).startsWith(words[0] ?? '') ? 0 : 1);
  return fits.sort((a, b) => first(a) - first(b)).slice(0, 60);
}
