/**
 * What a person's hands do to get something done. An act is a click, or a key beside typing text; the browser itself counts
 * them, so no story can count kindly. Going on with Tab from a field that was just written into belongs to the writing, as on
 * paper the eye goes on to the next line; it is counted apart.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Page } from 'playwright-core';

/** Where `bench tasks` gathers the figures of the stories that it runs. */
export const figuresFolder = 'ENTREPOT_FIGURES';

export interface Acts {
  /** Each as the browser saw it: `click Add to cart`, `Control+Enter`. */
  done: string[];
  /** How many fields were gone on to by Tab. */
  fields: number;
  /** Writes into the field that has the focus; fails when none has it. */
  types(text: string): Promise<void>;
  /** Writes, and goes on to the next field. */
  fillsIn(...texts: string[]): Promise<void>;
}

export async function countActs(page: Page): Promise<Acts> {
  const acts: Acts = {
    done: [],
    fields: 0,
    types: async (text) => {
      if (!(await page.evaluate<boolean>(`document.activeElement?.matches(${JSON.stringify(writable)}) ?? false`)))
        throw new Error(`Nothing has the focus that could be written into: “${text}”.`);
      await page.keyboard.type(text);
    },
    fillsIn: async (...texts) => {
      for (const text of texts) {
        await acts.types(text);
        await page.keyboard.press('Tab');
      }
    },
  };
  await page.exposeBinding('entrepotActed', (_source, act: string) => {
    if (act === 'Tab in a field') acts.fields++;
    else acts.done.push(act);
  });
  await page.addInitScript(`(${watch.toString()})(${JSON.stringify(writable)})`);
  return acts;
}

const writable = 'textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=submit])';

/** Runs in the page, on every page that comes, also on those of others. */
function watch(fields: string): void {
  interface Seen {
    type: string;
    key: string;
    isTrusted: boolean;
    repeat: boolean;
    ctrlKey: boolean;
    metaKey: boolean;
    altKey: boolean;
    target: { matches?(selector: string): boolean; textContent?: string | null };
  }
  const scope = globalThis as never as {
    entrepotActed(act: string): void;
    addEventListener(type: string, heard: (event: Seen) => void, capture: boolean): void;
  };
  let written: unknown;
  const say = (act: string) => scope.entrepotActed(act);
  scope.addEventListener(
    'pointerdown',
    ({ isTrusted, target }) => {
      if (isTrusted) say(`click ${(target.textContent ?? '').trim().replaceAll(/\s+/g, ' ').slice(0, 40)}`);
    },
    true,
  );
  scope.addEventListener(
    'keydown',
    ({ isTrusted, key, repeat, ctrlKey, metaKey, altKey, target }) => {
      if (!isTrusted || repeat || ['Shift', 'Control', 'Alt', 'Meta'].includes(key)) return;
      const chord = ctrlKey || metaKey || altKey;
      const inField = target.matches?.(fields) === true;
      if (inField && !chord && (key.length === 1 || key === 'Backspace')) written = target;
      else if (key === 'Tab' && target === written) say('Tab in a field');
      else say(`${ctrlKey ? 'Control+' : ''}${metaKey ? 'Meta+' : ''}${altKey ? 'Alt+' : ''}${key}`);
    },
    true,
  );
}

/** Holds a task to its figure, and tells the figure to whoever measures. */
export function measured(task: string, acts: Acts, most: number): void {
  const folder = process.env[figuresFolder];
  if (folder) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${task}.json`), JSON.stringify({ acts: acts.done.length, fields: acts.fields, most }));
  }
  expect(acts.done.length, acts.done.join(', ')).toBeLessThanOrEqual(most);
  expect(acts.done.length, 'somebody must have done something').toBeGreaterThan(0);
}
