/** All words in all languages, on the server. */
import enCommon from '../../../messages/en/common.json' with { type: 'json' };
import enDesk from '../../../messages/en/desk.json' with { type: 'json' };
import enGoods from '../../../messages/en/goods.json' with { type: 'json' };
import enRefusal from '../../../messages/en/refusal.json' with { type: 'json' };
import enSeller from '../../../messages/en/seller.json' with { type: 'json' };
import enShop from '../../../messages/en/shop.json' with { type: 'json' };
import enStore from '../../../messages/en/store.json' with { type: 'json' };
import enTalk from '../../../messages/en/talk.json' with { type: 'json' };
import ptBRCommon from '../../../messages/pt-BR/common.json' with { type: 'json' };
import ptBRDesk from '../../../messages/pt-BR/desk.json' with { type: 'json' };
import ptBRGoods from '../../../messages/pt-BR/goods.json' with { type: 'json' };
import ptBRRefusal from '../../../messages/pt-BR/refusal.json' with { type: 'json' };
import ptBRSeller from '../../../messages/pt-BR/seller.json' with { type: 'json' };
import ptBRShop from '../../../messages/pt-BR/shop.json' with { type: 'json' };
import ptBRStore from '../../../messages/pt-BR/store.json' with { type: 'json' };
import ptBRTalk from '../../../messages/pt-BR/talk.json' with { type: 'json' };
import arCommon from '../../../messages/ar/common.json' with { type: 'json' };
import arDesk from '../../../messages/ar/desk.json' with { type: 'json' };
import arGoods from '../../../messages/ar/goods.json' with { type: 'json' };
import arRefusal from '../../../messages/ar/refusal.json' with { type: 'json' };
import arSeller from '../../../messages/ar/seller.json' with { type: 'json' };
import arShop from '../../../messages/ar/shop.json' with { type: 'json' };
import arStore from '../../../messages/ar/store.json' with { type: 'json' };
import arTalk from '../../../messages/ar/talk.json' with { type: 'json' };
import ruCommon from '../../../messages/ru/common.json' with { type: 'json' };
import ruDesk from '../../../messages/ru/desk.json' with { type: 'json' };
import ruGoods from '../../../messages/ru/goods.json' with { type: 'json' };
import ruRefusal from '../../../messages/ru/refusal.json' with { type: 'json' };
import ruSeller from '../../../messages/ru/seller.json' with { type: 'json' };
import ruShop from '../../../messages/ru/shop.json' with { type: 'json' };
import ruStore from '../../../messages/ru/store.json' with { type: 'json' };
import ruTalk from '../../../messages/ru/talk.json' with { type: 'json' };
import zhCNCommon from '../../../messages/zh-CN/common.json' with { type: 'json' };
import zhCNDesk from '../../../messages/zh-CN/desk.json' with { type: 'json' };
import zhCNGoods from '../../../messages/zh-CN/goods.json' with { type: 'json' };
import zhCNRefusal from '../../../messages/zh-CN/refusal.json' with { type: 'json' };
import zhCNSeller from '../../../messages/zh-CN/seller.json' with { type: 'json' };
import zhCNShop from '../../../messages/zh-CN/shop.json' with { type: 'json' };
import zhCNStore from '../../../messages/zh-CN/store.json' with { type: 'json' };
import zhCNTalk from '../../../messages/zh-CN/talk.json' with { type: 'json' };
import { say } from '#kernel/icu';
import { pagesIn } from '#platform/texts';
import type { SetTexts } from '#platform/texts';
import type { Key } from '../words/keys.ts';
import type { Locale } from '../words/locales.ts';
import type { Say } from '../words/words.ts';

type Messages = Readonly<Record<string, string>>;

const written: Record<Locale, Messages> = {
  en: { ...enCommon, ...enDesk, ...enGoods, ...enRefusal, ...enSeller, ...enShop, ...enStore, ...enTalk },
  'pt-BR': {
    ...ptBRCommon,
    ...ptBRDesk,
    ...ptBRGoods,
    ...ptBRRefusal,
    ...ptBRSeller,
    ...ptBRShop,
    ...ptBRStore,
    ...ptBRTalk,
  },
  ar: { ...arCommon, ...arDesk, ...arGoods, ...arRefusal, ...arSeller, ...arShop, ...arStore, ...arTalk },
  ru: { ...ruCommon, ...ruDesk, ...ruGoods, ...ruRefusal, ...ruSeller, ...ruShop, ...ruStore, ...ruTalk },
  'zh-CN': {
    ...zhCNCommon,
    ...zhCNDesk,
    ...zhCNGoods,
    ...zhCNRefusal,
    ...zhCNSeller,
    ...zhCNShop,
    ...zhCNStore,
    ...zhCNTalk,
  },
};

/** What a language does not say yet is said in English; what staff set stands over what the house came with. */
const merged = (set: SetTexts) =>
  Object.fromEntries(
    Object.entries(written).map(([locale, said]) => [
      locale,
      { ...written.en, ...pagesIn(set, 'en'), ...said, ...pagesIn(set, locale) },
    ]),
  ) as Record<Locale, Messages>;

let set: SetTexts = new Map();
let messages = merged(set);

/** Takes in the texts that staff set, once for each change of them: pages find them where they find all words. */
export function sayAs(now: SetTexts): void {
  if (now === set) return;
  set = now;
  messages = merged(now);
  picked.clear();
}

/** The words in a language, for actions, mails and papers: `sayIn('pt-BR')('cart.lines', { count: 2 })`. */
export function sayIn(locale: Locale): Say {
  return (key, args = {}) => say(messages[locale][key] ?? key, args, locale);
}

/** Whether there is such a word: refusals come with names that no type here knows. */
export function isKey(key: string): key is Key {
  return key in messages.en;
}

const picked = new Map<string, Messages>();

/** The messages whose keys are asked for; keys may hold a `*`. Without a list, all. */
export function pick(locale: Locale, name: string, wanted: readonly string[] | undefined): Messages {
  if (!wanted) return messages[locale];
  const id = `${locale} ${name}`;
  let found = picked.get(id);
  if (!found) picked.set(id, (found = only(messages[locale], wanted)));
  return found;
}

function only(all: Messages, wanted: readonly string[]): Messages {
  const exact = new Set(wanted);
  const patterns = wanted.filter((key) => key.includes('*')).map((key) => key.split('*'));
  const fits = (key: string) => patterns.some((parts) => key.startsWith(parts[0]!) && key.endsWith(parts.at(-1)!));
  return Object.fromEntries(Object.entries(all).filter(([key]) => exact.has(key) || fits(key)));
}
