import { page } from '$app/state';

/**
 * A named action with all that the page's address says: `?/end` is `?/end&page=2` on the second page. Without it a refused form
 * leads to another address, and what it has to say is lost on the way.
 */
export function onThisPage(action: string): string {
  const rest = [...page.url.searchParams].filter(([name]) => !name.startsWith('/'));
  return action + rest.map(([name, value]) => `&${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('');
}
