import { expect, test } from 'vitest';
import { actionHere } from './here.ts';

test.for([
  ['', '?/stock'],
  ['?q=red+kettle&page=2', '?/stock&q=red+kettle&page=2'],
  // After a form was sent without JavaScript its action stands in the address.
  ['?/stock&q=x', '?/stock&q=x'],
] as const)('%s', ([search, action]) => {
  expect(actionHere('?/stock', new URL(`http://here.test/${search}`))).toBe(action);
});
