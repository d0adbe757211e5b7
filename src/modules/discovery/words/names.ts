import { wordsOf } from './words.ts';

/** What a category is called, as words: `Keyboards and mice` are keyboards, and are mice. */
export function namesIn(name: string, locale: string): readonly (readonly string[])[] {
  return name
    .split(/,| and | & | e | y | и | und | et | en | i | ve | dan | và |و |和|、|・|／|\/| และ /)
    .map((one) => wordsOf(one, locale).map(({ stem }) => stem))
    .filter(({ length }) => length > 0);
}
