/**
 * Help for buyers: one text for each topic and language, in files by what people ask about. A topic that a language leaves out
 * does not compile.
 */
import type { Locale } from '../../words/locales.ts';
import { goods as arGoods } from './ar/goods.ts';
import { paying as arPaying } from './ar/paying.ts';
import { you as arYou } from './ar/you.ts';
import { goods as enGoods } from './en/goods.ts';
import { paying as enPaying } from './en/paying.ts';
import { you as enYou } from './en/you.ts';
import { goods as ptBRGoods } from './pt-BR/goods.ts';
import { paying as ptBRPaying } from './pt-BR/paying.ts';
import { you as ptBRYou } from './pt-BR/you.ts';
import { goods as ruGoods } from './ru/goods.ts';
import { paying as ruPaying } from './ru/paying.ts';
import { you as ruYou } from './ru/you.ts';
import { goods as zhCNGoods } from './zh-CN/goods.ts';
import { paying as zhCNPaying } from './zh-CN/paying.ts';
import { you as zhCNYou } from './zh-CN/you.ts';

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

const written: Readonly<Record<Locale, Help>> = {
  en: { ...enPaying, ...enGoods, ...enYou },
  'pt-BR': { ...ptBRPaying, ...ptBRGoods, ...ptBRYou },
  ru: { ...ruPaying, ...ruGoods, ...ruYou },
  ar: { ...arPaying, ...arGoods, ...arYou },
  'zh-CN': { ...zhCNPaying, ...zhCNGoods, ...zhCNYou },
};

export const helpIn = (locale: Locale): Help => written[locale];

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
