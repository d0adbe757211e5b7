import { expect, test } from 'vitest';
import { leavesLike, leavesOf } from './categories.ts';

const leaf = (id: string, name: string) => ({ id, name, leaf: true, children: [] });
const tree = [
  {
    id: 'home',
    name: 'Casa e cozinha',
    leaf: false,
    children: [leaf('lamps', 'Luminárias'), leaf('kettles', 'Chaleiras')],
  },
  { id: 'audio', name: 'Áudio', leaf: false, children: [leaf('radios', 'Rádios')] },
];

test('only what goods can lie in is offered, with the way there', () => {
  expect(leavesOf(tree).map(({ id, path }) => [id, path])).toEqual([
    ['lamps', ['Casa e cozinha']],
    ['kettles', ['Casa e cozinha']],
    ['radios', ['Áudio']],
  ]);
});

test.for([
  ['luminarias', ['lamps']],
  ['COZINHA chal', ['kettles']],
  // On the way there: all that lies below.
  ['casa', ['lamps', 'kettles']],
  ['radio', ['radios']],
  ['sofa', []],
] as const)('%s', ([text, ids]) => {
  expect(leavesLike(tree, text).map(({ id }) => id)).toEqual(ids);
});
