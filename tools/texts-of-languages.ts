/** Everything that the house says in a language, wherever it stands: messages, letters, papers, help, names. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '..');

/** Where a language has one file; the others have a folder. */
const files = [
  'src/modules/messaging/letters',
  'src/modules/parties/letters',
  'src/modules/parties/rules/identity-words',
  'src/modules/finance/paper',
  'src/modules/catalogue/rules/names',
];
const help = 'src/lib/server/help';

/** By where it stands and how it is called there: `messages/shop.json cart.title`. */
export type Said = ReadonlyMap<string, string>;

export async function saidIn(language: string): Promise<Said> {
  const said = new Map<string, string>();
  const put = (at: string, value: unknown): void => {
    if (typeof value === 'string') said.set(at, value);
    else
      for (const [key, one] of Object.entries(value ?? {}))
        put(at.includes(' ') ? `${at}.${key}` : `${at} ${key}`, one);
  };
  const messages = join(root, 'messages', language);
  for (const file of readdirSync(messages).sort()) put(`messages/${file}`, readJson(join(messages, file)));
  for (const folder of files) put(`${folder}/`, readJson(join(root, folder, `${language}.json`)));
  for (const file of readdirSync(join(root, help, language)).sort())
    for (const articles of Object.values((await import(join(root, help, language, file))) as object))
      put(`${help}/${file}`, articles);
  return said;
}

/** The languages that have something of their own in each place, for comparing the places. */
export function languagesByPlace(): Record<string, string[]> {
  const folders = (place: string) =>
    readdirSync(join(root, place), { withFileTypes: true })
      .filter((one) => one.isDirectory())
      .map(({ name }) => name);
  const named = (place: string) => readdirSync(join(root, place)).map((file) => file.replace('.json', ''));
  return {
    messages: folders('messages'),
    [help]: folders(help),
    ...Object.fromEntries(files.filter((place) => existsSync(join(root, place))).map((place) => [place, named(place)])),
  };
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
