import { expect, test } from 'vitest';
import { oneIn, pageIn, pagesAround, textIn, withQuery } from './pages.ts';

const at = (query: string) => new URL(`http://here.test/desk/stores${query}`);

test.for([
  ['', 1],
  ['?page=3', 3],
  ['?page=0', 1],
  ['?page=-1', 1],
  ['?page=1.5', 1],
  ['?page=x', 1],
  ['?page=99999', 1],
] as const)('%s is page %s', ([query, page]) => {
  expect(pageIn(at(query))).toBe(page);
});

test('the way through pages keeps what else was asked for', () => {
  expect(pagesAround(at('?state=open&q=tea'), true)).toEqual({ previous: undefined, next: '?state=open&q=tea&page=2' });
  expect(pagesAround(at('?state=open&page=2'), true)).toEqual({
    previous: '?state=open',
    next: '?state=open&page=3',
  });
  expect(pagesAround(at('?page=3'), false)).toEqual({ previous: '?page=2', next: undefined });
});

test('a query is changed in place; what is empty goes', () => {
  expect(withQuery(at('?a=1&b=2'), { b: '', c: 'x y' })).toBe('?a=1&c=x+y');
});

test('choices that nobody offered are the first, and searches are trimmed', () => {
  expect(oneIn(at('?state=open'), 'state', ['in_review', 'open'], 'in_review')).toBe('open');
  expect(oneIn(at('?state=gone'), 'state', ['in_review', 'open'], 'in_review')).toBe('in_review');
  expect(textIn(at(`?q=+tea+${'x'.repeat(300)}`))).toHaveLength(200);
});
