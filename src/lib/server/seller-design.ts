/** A store's design for its pages: what was arranged with its pictures, and sections as forms say them. */
import { storeDesign } from '#modules/catalogue';
import type { Banner, Focus, Section } from '#modules/catalogue';
import { locales } from '#lib/words/locales.ts';
import { shopCards } from './cards.ts';
import type { ShopCard } from './cards.ts';
import { pictureOf } from './pictures.ts';
import type { Shown } from './pictures.ts';

export function bannerShown(banner: Banner | null): (Focus & { picture: Shown }) | undefined {
  const picture = pictureOf(banner);
  return banner && picture ? { picture, x: banner.x, y: banner.y } : undefined;
}

export interface ArrangedPage {
  banner: (Focus & { picture: Shown }) | undefined;
  sections: { title: string; text: string; cards: ShopCard[] }[];
}

/** What stands above all goods of a store, with every card in the visitor's money. */
export async function arrangedPage(
  locals: App.Locals,
  { store, draft }: { store: string; draft: boolean },
): Promise<ArrangedPage> {
  const { banner, sections } = await locals.ask(storeDesign, { store, locale: locals.locale, draft });
  const cards = await shopCards(
    locals,
    sections.flatMap((one) => one.cards),
  );
  let from = 0;
  return {
    banner: bannerShown(banner),
    sections: sections.map(({ title, text, cards: own }) => ({
      title,
      text,
      cards: cards.slice(from, (from += own.length)),
    })),
  };
}

type Values = Record<string, string | string[]>;

/** `title.en`, `title.pt-BR`, …: what was written of them. */
const wordsIn = (values: Values, name: string): Record<string, string> =>
  Object.fromEntries(locales.map((locale) => [locale, String(values[`${name}.${locale}`] ?? '').trim()]));

/** A section as its form has it. A product whose `earlier` was pressed stands one place before where it stood. */
export function sectionIn(values: Values, kind: Section['kind']): Section {
  const titles = wordsIn(values, 'title');
  if (kind === 'text') return { kind, titles, texts: wordsIn(values, 'text') };
  if (kind === 'category') return { kind, titles, category: String(values['category'] ?? '') };
  const products = [values['products'] ?? []].flat();
  const at = products.indexOf(String(values['earlier'] ?? ''));
  if (at > 0) products.splice(at - 1, 2, products[at]!, products[at - 1]!);
  return { kind, titles, products };
}
