/**
 * Help for buyers: one text for each topic and language. A language without its own shows English until somebody writes
 * it; a topic that a language leaves out does not compile.
 */
import { firstLocale } from '../../words/locales.ts';
import type { Locale } from '../../words/locales.ts';
import { en } from './en.ts';
import { ptBR } from './pt-BR.ts';

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
  parts: readonly Part[];
}

export type Help = Readonly<Record<Topic, Article>>;

const written: { en: Help } & Partial<Record<Locale, Help>> = { en, 'pt-BR': ptBR };

export const helpIn = (locale: Locale): { help: Help; locale: Locale } =>
  written[locale] ? { help: written[locale], locale } : { help: written.en, locale: firstLocale };

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

function piecesOf(line: string): Piece[] {
  return line
    .split(/(\[[^\]]+\]\([^)]+\))/)
    .filter(Boolean)
    .map((part) => {
      const link = /^\[([^\]]+)\]\(([^)]+)\)$/.exec(part);
      return link ? { text: link[1]!, href: link[2]! } : { text: part };
    });
}
