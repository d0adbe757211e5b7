/** Every language says all that English says, wherever it stands: the same blanks and links, and in its own words. */
import { expect, test } from 'vitest';
import { firstLanguage, languages } from '../src/kernel/languages.ts';
import { allowedIn, englishLooking } from './english-looking.ts';
import { languagesByPlace, saidIn } from './texts-of-languages.ts';

const others = languages.filter((language) => language !== firstLanguage);
const english = await saidIn(firstLanguage);

test('each language that is offered has its part in every place, and no place has another', () => {
  for (const [place, there] of Object.entries(languagesByPlace()))
    expect(there.toSorted(), place).toEqual([...languages].toSorted());
});

test.for(others)('%s says everything, with the blanks and links of the English text', async (language) => {
  const said = await saidIn(language);
  expect([...english.keys()].filter((at) => !said.has(at))).toEqual([]);
  expect([...said.keys()].filter((at) => !english.has(at))).toEqual([]);
  const wrong = [...english].filter(([at, text]) => {
    const theirs = said.get(at)!;
    const isPart = at.startsWith('messages/');
    return (theirs.trim() === '') !== (text.trim() === '') || (!isPart && marksOf(theirs) !== marksOf(text));
  });
  expect(wrong.map(([at]) => at)).toEqual([]);
});

/** The blanks and the addresses of links, each as often as it stands there. */
const marksOf = (text: string): string =>
  [...text.matchAll(/\{\w+\}|\]\([^)]+\)/g)]
    .map(([mark]) => mark)
    .sort()
    .join(' ');

test.for(others)('%s says nothing in English', async (language) => {
  const found = englishLooking(english, await saidIn(language), language);
  const allowed = allowedIn(language);
  expect(found.filter(([, text]) => !allowed.has(text))).toEqual([]);
  // What is allowed and stands nowhere any more would hide a mistake one day.
  const stands = new Set(found.map(([, text]) => text));
  expect([...allowed].filter((text) => !stands.has(text))).toEqual([]);
});
