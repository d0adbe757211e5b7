/** Texts and names of one language as lines, for those who translate: English beside it, each saved by itself. */
import { namesInLanguage, rename } from '#modules/catalogue';
import type { NameLine } from '#modules/catalogue';
import { setText } from '#platform/set-text';
import { textsForDesk, textsPerPage } from '#platform/text-questions';
import type { TextLine } from '#platform/text-questions';
import type { Locale } from '../words/locales.ts';

export const states = ['all', 'missing', 'changed'] as const;
export type LineState = (typeof states)[number];

/** Among the areas of texts, the one of names of categories, attributes and choices. */
export const namesArea = 'names';

export interface Line {
  /** `text:cart.title`, `name:kettles//`, `name:kettles/colour/red`. */
  id: string;
  /** Where it is looked at with all that it ever was. */
  href: string;
  key: string;
  area: string;
  english: string;
  /** Empty where it is missing. */
  said: string;
  state: TextLine['state'];
  blanks: string[];
}

export interface LinesAsked {
  text: string;
  locale: Locale;
  area: string;
  state: LineState;
}

export interface Lines {
  lines: Line[];
  total: number;
  /** In the language, wherever they stand. */
  missing: number;
  areas: string[];
}

export async function linesFor(locals: App.Locals, asked: LinesAsked, page: number): Promise<Lines> {
  const { text, locale, state } = asked;
  const inTexts = asked.area === namesArea ? '' : asked.area;
  const [found, named] = await Promise.all([
    locals.ask(textsForDesk, {
      text,
      locale,
      area: inTexts,
      changed: state === 'changed',
      missing: state === 'missing',
      page,
    }),
    locals.ask(namesInLanguage, { locale }),
  ]);
  const texts = found.ok ? found.value : { texts: [], total: 0, missing: 0, areas: [] };
  const all = named.ok ? named.value.names : [];
  const areas = [namesArea, ...texts.areas];
  const missing = texts.missing + all.filter(({ said }) => said === '').length;
  // Names come where they are asked for, and first among what is missing: they are few, and everybody reads them.
  const wanted = asked.area === namesArea || (asked.area === '' && state === 'missing') ? namesLike(all, asked) : [];
  const from = (page - 1) * textsPerPage;
  const names = wanted.slice(from, from + textsPerPage).map(lineOfName);
  if (asked.area === namesArea) return { lines: names, total: wanted.length, missing, areas };
  return { lines: [...names, ...texts.texts.map(lineOfText)], total: wanted.length + texts.total, missing, areas };
}

function namesLike(all: readonly NameLine[], { text, state }: LinesAsked): NameLine[] {
  const sought = text.toLowerCase();
  return all.filter(
    (one) =>
      (state !== 'missing' || one.said === '') &&
      state !== 'changed' &&
      `${idOf(one)}\n${one.english}\n${one.said}`.toLowerCase().includes(sought),
  );
}

const idOf = ({ category, attribute, choice }: NameLine): string => [category, attribute, choice].join('/');

const lineOfName = (one: NameLine): Line => ({
  id: `name:${idOf(one)}`,
  href: `/desk/rules/categories/${one.category}`,
  key: idOf(one).replace(/\/+$/, ''),
  area: namesArea,
  english: one.english,
  said: one.said,
  state: one.said === '' ? 'missing' : 'own',
  blanks: [],
});

const lineOfText = ({ key, ...one }: TextLine): Line => ({
  ...one,
  id: `text:${key}`,
  href: `/desk/rules/texts/${key}`,
  key,
});

/** Sets one line, or takes it back: an empty text gives way to what the house says itself. */
export function setLine(
  locals: App.Locals,
  command: string,
  { id, locale, text }: { id: string; locale: string; text: string },
) {
  const why = locals.t('desk.lines.why');
  if (id.startsWith('text:'))
    return locals.perform(command, setText, { key: id.slice('text:'.length), locale, text, why });
  const [category = '', attribute = '', choice = ''] = id.slice('name:'.length).split('/');
  return locals.perform(command, rename, {
    category,
    ...(attribute ? { attribute } : {}),
    ...(choice ? { choice } : {}),
    names: { [locale]: text },
    why,
  });
}
