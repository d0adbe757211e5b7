/**
 * Help for buyers: one text for each topic and language, in files by what people ask about. A topic that a language leaves out
 * does not compile.
 */
import { locales } from '../../words/locales.ts';
import type { Locale } from '../../words/locales.ts';

export const topics = [
  'paying',
  'boleto',
  'pix',
  'card',
  'delivery',
  'duties',
  'returns',
  'safety',
  'account',
  'contact',
] as const;
export type Topic = (typeof topics)[number];

export interface Part {
  heading: string;
  /** Paragraphs; those that begin with `- ` are points of a list. Links are written `[words](/path)`. */
  text: readonly string[];
}

export interface Article {
  title: string;
  /** One sentence: for the list of topics and for search engines. */
  summary: string;
  /** What helps now, with which the answer ends. */
  act: { text: string; href: string };
  parts: readonly Part[];
}

/** The articles of one file. */
export type HelpOn<T extends Topic> = Readonly<Record<T, Article>>;
export type Help = HelpOn<Topic>;

/** Each language is a folder; its files hold the articles. */
const files = import.meta.glob<Partial<Help>>('./*/*.ts', { eager: true });
const written = Object.groupBy(Object.entries(files), ([file]) => file.split('/')[1]!);
const help = Object.fromEntries(
  locales.map((locale) => [
    locale,
    Object.assign({}, ...(written[locale] ?? []).flatMap(([, articles]) => Object.values(articles))) as Help,
  ]),
);

export const helpIn = (locale: Locale): Help => help[locale]!;

export const isTopic = (text: string): text is Topic => topics.includes(text as Topic);

export type Piece = { text: string; href?: string };
export type Block = { kind: 'paragraph'; pieces: Piece[] } | { kind: 'list'; points: Piece[][] };

/** Paragraphs and lists, with their links, as a page shows them. */
export function blocksOf(text: readonly string[]): Block[] {
  const blocks: Block[] = [];
  for (const line of text) {
    const last = blocks.at(-1);
    if (!line.startsWith('- ')) blocks.push({ kind: 'paragraph', pieces: piecesOf(line) });
    else if (last?.kind === 'list') last.points.push(piecesOf(line.slice(2)));
    else blocks.push({ kind: 'list', points: [piecesOf(line.slice(2))] });
  }
  return blocks;
}

export function piecesOf(line: string): Piece[] {
  return line
    .split(/(\[[^\]]+\]\([^)]+\))/)
    .filter(Boolean)
    .map((part) => {
      const link = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(part);
      return link ? { text: link[1]!, href: link[2]! } : { text: part };
    });
}
