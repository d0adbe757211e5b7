import { expect, test } from 'vitest';
import { answersFrom } from './answer.ts';
import { nearIn } from './near.ts';
import { mixingFor, trainOn, usualMixing } from './train.ts';

/** Kettle 0, cups 1, tea 2; bicycle 3, lock 4; and a lamp 5 that everybody sees. */
const paths = {
  goods: 7,
  steps: [[0, 1, 5], [5, 0, 1], [1, 2], [2, 1, 5], [3, 4, 5], [5, 3, 4], [5]],
};
const answers = () => answersFrom(trainOn(paths, usualMixing));

test('what comes next is near, what was seen is not shown again, and it is said because of what', () => {
  const [first, ...others] = answers().next([3], 5);
  expect(first).toMatchObject({ good: 4, because: 3 });
  expect(others.map(({ good }) => good)).not.toContain(3);
  expect(answers().next([0, 3], 1)).toMatchObject([{ good: 4, because: 3 }]);
});

test('goods that nobody met together are reached over what is between them', () => {
  const near = nearIn(paths, { ...usualMixing, most: 10 });
  expect([...near.goods.subarray(near.starts[0], near.starts[1])]).not.toContain(2);
  expect(
    answers()
      .next([0], 5)
      .map(({ good }) => good),
  ).toContain(2);
});

test('who came to nothing, or to what nobody knows, gets nothing; one answer leaves no trace in the next', () => {
  const asked = answers();
  expect(asked.next([], 5)).toEqual([]);
  expect(asked.next([6], 5)).toEqual([]);
  const once = asked.next([0, 1], 5);
  asked.next([3, 4], 5);
  expect(asked.next([0, 1], 5)).toEqual(once);
});

test('what came after counts for more than what came before', () => {
  const oneWay = { goods: 3, steps: Array.from({ length: 5 }, () => [0, 1, 2]) };
  const [after] = answersFrom(trainOn(oneWay, usualMixing)).next([1], 2);
  expect(after).toMatchObject({ good: 2 });
});

test('the usual mixing stays where no other is clearly better, also on nothing', () => {
  expect(mixingFor({ goods: 2, steps: [] }, [])).toEqual(usualMixing);
  expect(trainOn({ goods: 0, steps: [] }, usualMixing).near.goods).toHaveLength(0);
});
