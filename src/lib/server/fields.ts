/** What a field may hold: each reader takes the entries of one name and gives a typed value, or says what is wrong. */
import { parseMoney } from '#kernel/money';
import type { Money } from '#kernel/money';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import type { Args } from '#kernel/icu';
import type { Key } from '../words/keys.ts';

type WrongName = Key extends infer K ? (K extends `field.${infer Name}` ? Name : never) : never;

/** Said with the word `field.<no>`. */
export interface Wrong {
  no: WrongName;
  args?: Args;
}
/** Of what is asked for in several fields, such as an address: what is wrong with each, by its name after the dot. */
export interface WrongParts {
  no: 'parts';
  parts: Record<string, Wrong>;
}

type Entries = readonly FormDataEntryValue[];
export interface Reading {
  locale: string;
  /** The entries of `<name>.<part>`. */
  part: (part: string) => Entries;
}
export type Reader<T> = (entries: Entries, reading: Reading) => Result<T, Wrong | WrongParts>;

export const no = (name: WrongName, args?: Args) => refuse<Wrong>(args ? { no: name, args } : { no: name });
export const typed = (entries: Entries) => (typeof entries[0] === 'string' ? entries[0].trim() : '');

/** Text that must be there. */
export function text({ most = 1000, least = 1 }: { most?: number; least?: number } = {}): Reader<string> {
  return (entries) => {
    const value = typed(entries).replaceAll('\r\n', '\n');
    if (!value) return no('missing');
    if (value.length < least) return no('too_short', { least });
    return value.length > most ? no('too_long', { most }) : ok(value);
  };
}

/** What may stay empty: then there is no value. */
export function optional<T>(reader: Reader<T>): Reader<T | undefined> {
  return (entries, reading) => {
    const [entry] = entries;
    const empty = entry === undefined || (typeof entry === 'string' ? entry.trim() === '' : entry.size === 0);
    return empty ? ok(undefined) : reader(entries, reading);
  };
}

/** As it was typed, spaces too, and never shown again if its name says password. */
export function password({ least = 1, most = 200 }: { least?: number; most?: number } = {}): Reader<string> {
  return ([entry]) => {
    if (typeof entry !== 'string' || !entry) return no('missing');
    if (entry.length < least) return no('too_short', { least });
    return entry.length > most ? no('too_long', { most }) : ok(entry);
  };
}

/** What a device answered, as the page's script sends it on. */
export const passkeyAnswer = (): Reader<string> => text({ most: 20_000 });

export function email(): Reader<string> {
  return (entries) => {
    const value = typed(entries);
    if (!value) return no('missing');
    return /^[^\s@]{1,64}@[^\s@]+\.[^\s@]{2,}$/.test(value) && value.length <= 254 ? ok(value) : no('not_an_email');
  };
}

export function whole({ least = 0, most = 1_000_000_000 }: { least?: number; most?: number } = {}): Reader<number> {
  return (entries) => {
    const value = typed(entries);
    if (!value) return no('missing');
    if (!/^-?\d{1,15}$/.test(value)) return no('not_whole');
    const count = Number(value);
    if (count < least) return no('too_small', { least });
    return count > most ? no('too_large', { most }) : ok(count);
  };
}

/** A number with a point, as number fields send it in every language. */
export function number({ least = 0, most = 1_000_000_000 }: { least?: number; most?: number } = {}): Reader<number> {
  return (entries) => {
    const value = typed(entries);
    if (!value) return no('missing');
    if (!/^-?\d{1,15}(\.\d{1,9})?$/.test(value)) return no('not_a_number');
    if (Number(value) < least) return no('too_small', { least });
    return Number(value) > most ? no('too_large', { most }) : ok(Number(value));
  };
}

/** An amount above nothing, typed as the person's language writes it. */
export function amount(currency: string): Reader<Money> {
  return (entries, { locale }) => {
    const read = parseMoney(typed(entries), currency, locale);
    if (read.ok) return read.value.minor > 0n ? ok(read.value) : no('not_above_zero');
    if (read.refusal.no === 'amount_missing') return no('missing');
    if (read.refusal.no === 'amount_too_fine') return no('amount_too_fine', { digits: read.refusal.digits });
    if (read.refusal.no === 'amount_not_readable') return no('not_an_amount', { example: read.refusal.example });
    return no('amount_too_large');
  };
}

/** One of a list that we offered. */
export function oneOf<const T extends string>(choices: readonly T[]): Reader<T> {
  return (entries) => {
    const value = typed(entries);
    if (!value) return no('not_chosen');
    return choices.includes(value as T) ? ok(value as T) : no('not_offered');
  };
}

/** All that were ticked, none too. */
export function manyOf<const T extends string>(choices: readonly T[]): Reader<T[]> {
  return (entries) =>
    entries.every((entry) => choices.includes(entry as T)) ? ok([...entries] as T[]) : no('not_offered');
}

export function tick(): Reader<boolean> {
  return (entries) => ok(entries.length > 0);
}

/** For what must be agreed to. */
export function agreed(): Reader<true> {
  return (entries) => (entries.length > 0 ? ok(true as const) : no('not_agreed'));
}

/** A day, `2026-12-04`. */
export function day(): Reader<string> {
  return (entries) => {
    const value = typed(entries);
    if (!value) return no('missing');
    const parsed = /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(`${value}T00:00:00Z`) : NaN;
    return !Number.isNaN(parsed) && new Date(parsed).toISOString().startsWith(value) ? ok(value) : no('not_a_day');
  };
}

/** One file, of a kind and at most so many bytes. */
export function file({ kinds, most = 8_000_000 }: { kinds?: readonly string[]; most?: number } = {}): Reader<File> {
  return ([entry]) => (entry === undefined || typeof entry === 'string' ? no('no_file') : fits(entry, kinds, most));
}

export function files({
  kinds,
  most = 8_000_000,
  count = 12,
}: { kinds?: readonly string[]; most?: number; count?: number } = {}): Reader<File[]> {
  return (entries) => {
    const all = entries.filter((entry): entry is File => typeof entry !== 'string' && entry.size > 0);
    if (all.length > count) return no('too_many_files', { most: count });
    const wrong = all.map((one) => fits(one, kinds, most)).find((one) => !one.ok);
    return wrong && !wrong.ok ? wrong : ok(all);
  };
}

function fits(entry: File, kinds: readonly string[] | undefined, most: number): Result<File, Wrong> {
  if (entry.size === 0) return no('no_file');
  if (kinds && !kinds.includes(entry.type)) return no('wrong_kind_of_file');
  return entry.size > most ? no('file_too_large', { most: Math.round(most / 1_000_000) }) : ok(entry);
}
