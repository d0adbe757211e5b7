import { expect, test } from 'vitest';
import { sidesOf } from './smaller-picture.ts';

test.for([
  ['of a telephone', 4000, 3000, { width: 2000, height: 1500 }],
  ['upright', 3000, 4000, { width: 1500, height: 2000 }],
  ['as large as is sent', 2000, 1200, undefined],
  ['small', 640, 480, undefined],
  ['long and narrow, which keeps what it has of width', 6000, 1000, { width: 4800, height: 800 }],
  ['narrower than that', 6000, 700, undefined],
] as const)('a picture %s', ([, width, height, sides]) => {
  expect(sidesOf({ width, height })).toEqual(sides);
});
