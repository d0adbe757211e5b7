import { expect, test } from 'vitest';
import { staleLives } from './draw-lives.ts';
import { docs } from './tidy/docs.ts';
import { sizes } from './tidy/sizes.ts';
import { timeAndChance } from './tidy/time-and-chance.ts';
import { unfinished } from './tidy/unfinished.ts';
import { walls } from './tidy/walls.ts';

test.each([
  ['walls between the parts', walls],
  ['time and chance', timeAndChance],
  ['sizes', sizes],
  ['docs name what exists', docs],
  ['nothing unfinished', unfinished],
  ['lives are drawn', staleLives],
])('%s', (_what, check) => {
  expect(check()).toEqual([]);
});
