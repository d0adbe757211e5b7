/** Which answers stand at the foot of a page where something may go wrong. */
import type { Locale } from '../../words/locales.ts';
import { helpIn } from './help.ts';
import type { Topic } from './help.ts';

export const helpBeside: Readonly<Record<string, readonly Topic[]>> = {
  '/(shop)/cart': ['paying', 'delivery', 'duties', 'safety'],
  '/(shop)/checkout': ['paying', 'card', 'pix', 'boleto', 'duties', 'safety'],
  '/(shop)/purchases/[purchase]': ['paying', 'card', 'pix', 'boleto', 'returns', 'contact'],
  '/(shop)/orders/[order]': ['delivery', 'duties', 'returns', 'safety', 'contact'],
  '/(shop)/sign-in': ['account', 'safety'],
  '/(shop)/sign-in/code': ['account', 'safety'],
};

/** Ways to pay that one country alone has. */
const brazilian: ReadonlySet<Topic> = new Set(['pix', 'boleto']);

export interface HelpLink {
  topic: Topic;
  title: string;
}

export function helpFor(route: string | null, locale: Locale, country: string): HelpLink[] | undefined {
  const topics = helpBeside[route ?? ''];
  if (!topics) return undefined;
  return topics
    .filter((topic) => country === 'BR' || !brazilian.has(topic))
    .map((topic) => ({ topic, title: helpIn(locale)[topic].title }));
}
