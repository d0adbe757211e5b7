import { expect, test } from 'vitest';
import { placeIn } from './trail.ts';

const at = (query: string) => new URL(`http://here.test/seller/orders${query}`);

test('a list is walked to its end and back to its beginning', () => {
  const nexts = ['b', 'c', null];
  let url = at('?state=funded&q=red+kettle');
  const walked: string[] = [];
  for (const next of nexts) {
    const place = placeIn(url, next);
    walked.push(place.before ?? 'start');
    if (place.next) url = new URL(place.next, url);
  }
  expect(walked).toEqual(['start', 'b', 'c']);
  expect(url.searchParams.get('state')).toBe('funded');

  for (const expected of ['b', undefined]) {
    url = new URL(placeIn(url, 'x').previous!, url);
    expect(url.searchParams.get('before') ?? undefined).toBe(expected);
    expect(url.searchParams.get('q')).toBe('red kettle');
  }
  expect(placeIn(url, null)).toEqual({ before: undefined, previous: undefined, next: undefined });
});
