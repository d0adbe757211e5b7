/** The message files against each other, against the engine that the field uses, and against the pages. */
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { expect, test } from 'vitest';
import { argumentsOf, say } from '../src/kernel/icu.ts';
import { read } from '../src/kernel/icu-reader.ts';
import type { Part } from '../src/kernel/icu-reader.ts';
import { locales } from '../src/lib/words/locales.ts';
import { Sources, asksFor, sourcesBelow } from './used-words.ts';
import type { Use } from './used-words.ts';

const root = resolve(import.meta.dirname, '..');
type Messages = Record<string, string>;

function messagesOf(locale: string): { files: string[]; messages: Messages } {
  const folder = join(root, 'messages', locale);
  const files = readdirSync(folder).sort();
  const all = files.flatMap((file) => Object.entries(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Messages));
  const twice = all.map(([key]) => key).filter((key, index, keys) => keys.indexOf(key) !== index);
  expect(twice, `keys that stand twice in ${locale}`).toEqual([]);
  return { files, messages: Object.fromEntries(all) };
}

const english = messagesOf('en');

function allUses(): Use[] {
  const sources = new Sources(root);
  const places = ['src/routes', 'src/lib', 'src/hooks.server.ts'].map((place) => join(root, place));
  return places
    .flatMap((place) => (place.endsWith('.ts') ? [place] : sourcesBelow(place)))
    .flatMap((file) => sources.of(file).uses);
}

const uses = allUses();

/** The names of all refusals that are written down there. */
function refusalsIn(...places: string[]): Set<string> {
  const files = places.flatMap((place) => sourcesBelow(join(root, place)));
  return new Set(
    files.flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/\bno: '(\w+)'/g)].map(([, no]) => no!)),
  );
}

const refusals = refusalsIn('src/modules', 'src/platform');
// Departments pass on what the kernel says, but not all of it.
const sayable = refusals.union(refusalsIn('src/kernel'));

test.for(locales.slice(1))('%s says everything that English says, with the same arguments', (locale) => {
  const other = messagesOf(locale);
  expect(other.files).toEqual(english.files);
  expect(Object.keys(other.messages).sort()).toEqual(Object.keys(english.messages).sort());
  for (const [key, message] of Object.entries(english.messages)) {
    expect([...argumentsOf(other.messages[key]!)].sort(), key).toEqual([...argumentsOf(message)].sort());
  }
});

test.for(locales)(
  'every message of %s is written as intl-messageformat writes it, and says all forms of its plurals',
  (locale) => {
    const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    for (const [key, message] of Object.entries(messagesOf(locale).messages)) {
      for (const count of [0, 1, 2, 5, 1_000_000]) {
        const args = Object.fromEntries([...argumentsOf(message)].map((name) => [name, count]));
        const theirs = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).format(args);
        expect(say(message, args, locale), key).toBe(theirs);
      }
      for (const cases of pluralsIn(read(message)))
        expect(
          Object.keys(cases)
            .filter((name) => !name.startsWith('='))
            .sort(),
          key,
        ).toEqual(forms.toSorted());
    }
  },
);

function pluralsIn(parts: Part[]): Record<string, Part[]>[] {
  return parts.flatMap((part) => {
    if (typeof part === 'string' || !('choose' in part)) return [];
    return [...(part.choose === 'plural' ? [part.cases] : []), ...Object.values(part.cases).flatMap(pluralsIn)];
  });
}

test('every word that is asked for is there', () => {
  const keys = Object.keys(english.messages);
  const unknown = uses.filter(({ key }) => !keys.some((known) => asksFor(key, known)));
  expect(unknown.map(({ file, key }) => `${file}: ${key}`)).toEqual([]);
});

test('every word is asked for somewhere', () => {
  // Refusals are said by their names; the consoles' ways and what can be wrong with a change of many name their words in a table.
  const tables = ['ways', 'seller-change-form'].map((name) =>
    readFileSync(join(root, `src/lib/server/${name}.ts`), 'utf8'),
  );
  const asked = (key: string) =>
    uses.some((use) => asksFor(use.key, key)) ||
    tables.some((table) => table.includes(`'${key}'`)) ||
    sayable.has(key.replace(/^refusal\./, ''));
  expect(Object.keys(english.messages).filter((key) => !asked(key))).toEqual([]);
});

test('every message is given the arguments that it asks for', () => {
  const wrong = uses
    .filter(({ key, args }) => args !== undefined && key in english.messages)
    .map((use) => ({ ...use, asks: [...argumentsOf(english.messages[use.key]!)] }))
    .filter(
      ({ args, asks }) => asks.some((name) => !args!.includes(name)) || args!.some((name) => !asks.includes(name)),
    );
  expect(wrong).toEqual([]);
});

test('every refusal that a department knows can be said', () => {
  expect([...refusals].filter((no) => !(`refusal.${no}` in english.messages)).sort()).toEqual([]);
});
