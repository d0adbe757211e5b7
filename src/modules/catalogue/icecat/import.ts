/**
 * Brings a file of Icecat's products into a store: one look for the categories and attributes, a second one for the
 * products. Killed in the middle and begun again, it goes on where it was.
 */
import { newId } from '#kernel/id';
import { must } from '#kernel/result';
import { system } from '#platform/actor';
import type { House } from '#platform/house';
import { perform } from '#platform/perform';
import { relay } from '#platform/relay';
import { question } from '#platform/work';
import type { Work } from '#platform/work';
import type { Brought } from '../bring-in.ts';
import { forgetTree, readTree } from '../category-tree.ts';
import { derive, objectIn } from './derive.ts';
import type { Derivation } from './derive.ts';
import { beginImport, bringLines, importProblems } from './journal.ts';
import type { Batch, ImportName, ImportState, LineProblem } from './journal.ts';
import { hashOf, linesOf } from './lines.ts';
import type { Line } from './lines.ts';
import { productOfRow, unusable } from './product-of-row.ts';
import { kindOf, readRules } from './rules.ts';
import type { IcecatRules } from './rules.ts';

export interface ImportWish {
  path: string;
  store: string;
  /** The country that goods are taken to come from where the file does not say. */
  origin: string;
  /** Begin at the first line, though the file was brought in before. */
  again: boolean;
  /** Hears how far it is: lines done, of how many. */
  tell?: (done: number, of: number) => void;
  /** Lines in one transaction. */
  atOnce?: number;
}

export interface ImportReport extends ImportState {
  /** Lines that an earlier import had done. */
  before: number;
  categories: number;
  attributes: number;
  problems: LineProblem[];
}

export async function importIcecat(house: House, wish: ImportWish): Promise<ImportReport> {
  const { path, store, origin, again, tell = () => undefined, atOnce = 800 } = wish;
  const name: ImportName = { store, hash: await hashOf(path) };
  const rules = await readRules();
  const derivation = await derive(path, rules, await question(house, system, readTree, undefined));
  const start = must(
    await perform(house, { key: newId(house.clock.now()), by: system }, beginImport, {
      ...name,
      categories: derivation.categories,
      again,
    }),
  );
  forgetTree(house);

  const relay = relayUntil(house);
  let state = start;
  try {
    // The next lines are read while the last ones are written.
    let writing: Promise<ImportState> = Promise.resolve(start);
    for await (const batch of batchesOf(path, start.lines, atOnce, derivation.lines)) {
      const read = readBatch(batch, name, origin, rules, derivation);
      state = await writing;
      tell(state.lines, derivation.lines);
      writing = write(house, read);
      // A failure is met where it is awaited, not as one that nobody heard.
      writing.catch(() => undefined);
    }
    state = await writing;
    tell(state.lines, derivation.lines);
  } finally {
    await relay.end();
  }
  return {
    ...state,
    before: start.lines,
    categories: derivation.byCategory.size,
    attributes: [...derivation.byCategory.values()].reduce((sum, { size }) => sum + size, 0),
    problems: await question(house, system, importProblems, name),
  };
}

interface Lines {
  after: number;
  upTo: number;
  lines: Line[];
  last: boolean;
}

async function* batchesOf(path: string, done: number, atOnce: number, of: number): AsyncGenerator<Lines> {
  let after = done;
  let lines: Line[] = [];
  for await (const line of linesOf(path)) {
    if (line.n <= done) continue;
    lines.push(line);
    if (lines.length < atOnce && line.n < of) continue;
    yield { after, upTo: line.n, lines, last: line.n >= of };
    after = line.n;
    lines = [];
  }
}

function readBatch(
  { lines, ...span }: Lines,
  name: ImportName,
  origin: string,
  rules: IcecatRules,
  { byCategory, firstLine }: Derivation,
): Batch {
  const products: (Brought & { line: number })[] = [];
  const problems: LineProblem[] = [];
  for (const { n, text } of lines) {
    const row = objectIn(text);
    const problem = row ? unusable(row) : { what: 'it is no JSON object', mend: 'one object to a line' };
    const item = row ? String(row['id'] ?? row['title'] ?? '').slice(0, 80) : text.slice(0, 40);
    const first = row && firstLine.get(String(row['id']));
    if (problem) problems.push({ line: n, leftOut: true, item, ...problem });
    else if (first !== n)
      problems.push({ line: n, leftOut: true, item, what: `line ${first} has the same id`, mend: 'keep one of them' });
    else {
      const kind = kindOf(rules, row!);
      const { id, listing, mended } = productOfRow(
        row!,
        name.store,
        kind,
        byCategory.get(kind.category) ?? new Map(),
        rules,
        origin,
      );
      products.push({ id, listing, line: n });
      problems.push(...mended.map((one) => ({ line: n, leftOut: false, item, ...one })));
    }
  }
  return { ...span, ...name, currency: 'USD', products, problems };
}

/** The lines' place in the file is what the command is known by, not their thousands of words. */
async function write(house: House, batch: Batch): Promise<ImportState> {
  const { store, hash, after, upTo } = batch;
  const deed = (work: Work) => bringLines(work, batch);
  Object.defineProperty(deed, 'name', { value: bringLines.name });
  return must(await perform(house, { key: newId(house.clock.now()), by: system }, deed, { store, hash, after, upTo }));
}

/** Brings the facts to those who react to them meanwhile: what was brought in can be found when the import ends. */
function relayUntil(house: House): { end(): Promise<void> } {
  let over = false;
  const loop = (async () => {
    for (;;) {
      const ended = over;
      if (await relay(house)) continue;
      if (ended) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  })();
  loop.catch(() => undefined);
  return {
    end: () => {
      over = true;
      return loop;
    },
  };
}
