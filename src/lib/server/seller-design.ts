/** A store's design for its pages: what was arranged with its pictures, and sections as forms say them. */
import { linkedTo, storeDesign } from '#modules/catalogue';
import type { Banner, Focus, Link, Picture, Section, ShownSection } from '#modules/catalogue';
import { locales } from '#lib/words/locales.ts';
import { shopCards } from './cards.ts';
import type { ShopCard } from './cards.ts';
import { widePictureOf } from './pictures.ts';
import type { Shown } from './pictures.ts';

export function bannerShown(banner: Banner | null): (Focus & { picture: Shown }) | undefined {
  const picture = widePictureOf(banner);
  return banner && picture ? { picture, x: banner.x, y: banner.y } : undefined;
}

export interface ArrangedSection {
  title: string;
  text: string;
  cards: ShopCard[];
  /** With where it leads, and the shape that it has. */
  picture: { shown: Shown; width: number; height: number; name: string; href: string } | undefined;
}

export interface ArrangedPage {
  banner: (Focus & { picture: Shown }) | undefined;
  sections: ArrangedSection[];
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
    sections: sections.map(({ title, text, cards: own, ...section }) => ({
      title,
      text,
      picture: leadingPicture(section),
      cards: cards.slice(from, (from += own.length)),
    })),
  };
}

function leadingPicture({ picture, link }: Pick<ShownSection, 'picture' | 'link'>): ArrangedSection['picture'] {
  const shown = widePictureOf(picture);
  if (!picture || !shown || !link) return undefined;
  const href = link.to === 'product' ? `/products/${link.id}` : `/categories/${link.id}`;
  return { shown, width: picture.width, height: picture.height, name: link.name, href };
}

/** `product:…` or `category:…`, as the form's list has it. */
export const linkText = ({ to, id }: Link): string => `${to}:${id}`;

function linkIn(text: string): Link {
  const to = linkedTo.find((one) => text.startsWith(`${one}:`));
  return { to: to ?? 'category', id: to ? text.slice(to.length + 1) : '' };
}

type Values = Record<string, string | string[]>;

/** `title.en`, `title.pt-BR`, …: what was written of them. */
const wordsIn = (values: Values, name: string): Record<string, string> =>
  Object.fromEntries(locales.map((locale) => [locale, String(values[`${name}.${locale}`] ?? '').trim()]));

/** A section as its form has it; its picture was brought before. A product whose `earlier` was pressed stands one place before where it stood. */
export function sectionIn(values: Values, kind: Section['kind'], picture?: Picture): Section {
  const titles = wordsIn(values, 'title');
  if (kind === 'text') return { kind, titles, texts: wordsIn(values, 'text') };
  if (kind === 'picture') {
    const none = { hash: '', width: 0, height: 0 };
    return { kind, titles, picture: picture ?? none, link: linkIn(String(values['link'] ?? '')) };
  }
  if (kind === 'category') return { kind, titles, category: String(values['category'] ?? '') };
  const products = [values['products'] ?? []].flat();
  const at = products.indexOf(String(values['earlier'] ?? ''));
  if (at > 0) products.splice(at - 1, 2, products[at]!, products[at - 1]!);
  return { kind, titles, products };
}
