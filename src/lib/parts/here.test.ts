import { expect, test } from 'vitest';
import { actionHere } from './here.ts';

test.for([
  ['?/stock', '', '?/stock'],
  ['?/stock', '?q=red+kettle&page=2', '?/stock&q=red+kettle&page=2'],
  // A filter may be ticked more than once.
  ['?/stock', '?state=live&state=draft', '?/stock&state=live&state=draft'],
  // After a form was sent without JavaScript its action stands in the address.
  ['?/stock', '?/stock&q=x', '?/stock&q=x'],
  ['?/label', '?/stock=&q=x', '?/label&q=x'],
  ['?/place&orders=b', '?orders=a&q=x', '?/place&orders=b&q=x'],
  // The page's only action is at the page's own address; an action of another page has its own.
  ['', '?q=x', ''],
  ['/products/kettle/questions?/judge', '?q=x', '/products/kettle/questions?/judge'],
] as const)('%s on a page at %s', ([action, search, sent]) => {
  expect(actionHere(action, new URL(`http://here.test/${search}`))).toBe(sent);
});
