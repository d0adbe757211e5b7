/**
 * ICU MessageFormat, the part that we write: `{name}`, `{n, number}` (also `integer`, `percent`), `{n, plural, …}` with
 * `=0`, `offset:` and `#`, `selectordinal`, `select`, and quoting with apostrophes. The same code runs on the server and
 * in the browser, so that both write the same text; the tests hold it against intl-messageformat, message by message.
 */
import { read } from './icu-reader.ts';
import type { Part } from './icu-reader.ts';

export type Arg = string | number | bigint;
export type Args = Record<string, Arg>;

const parsed = new Map<string, Part[]>();

/** The message in words. An argument that was not given stays visible as `{name}`. */
export function say(message: string, args: Args, locale: string): string {
  if (!message.includes('{') && !message.includes("'")) return message;
  let parts = parsed.get(message);
  if (!parts) parsed.set(message, (parts = read(message)));
  return write(parts, args, locale, 0);
}

/** `counted` is what `#` stands for. */
function write(parts: Part[], args: Args, locale: string, counted: number): string {
  let text = '';
  for (const part of parts) {
    if (typeof part === 'string') text += part;
    else if ('hash' in part) text += numbers(locale).format(counted);
    else if (!(part.arg in args)) text += `{${part.arg}}`;
    else if ('choose' in part) text += choose(part, args, locale);
    else text += show(args[part.arg]!, part.style, locale);
  }
  return text;
}

function choose(part: Extract<Part, { choose: string }>, args: Args, locale: string): string {
  const value = args[part.arg]!;
  const { cases } = part;
  if (part.choose === 'select') return write(cases[String(value)] ?? cases['other'] ?? [], args, locale, 0);
  const count = Number(value) - part.offset;
  const named = cases[`=${value}`] ?? cases[rules(locale, part.choose).select(count)] ?? cases['other'] ?? [];
  return write(named, args, locale, count);
}

function show(value: Arg, style: 'number' | 'integer' | 'percent' | undefined, locale: string): string {
  return style ? numbers(locale, style).format(value as number) : String(value);
}

const formats = new Map<string, Intl.NumberFormat>();
function numbers(locale: string, style = 'number'): Intl.NumberFormat {
  const name = `${locale} ${style}`;
  let format = formats.get(name);
  if (!format) {
    const options = style === 'integer' ? { maximumFractionDigits: 0 } : style === 'percent' ? { style } : {};
    formats.set(name, (format = new Intl.NumberFormat(locale, options as Intl.NumberFormatOptions)));
  }
  return format;
}

const pluralRules = new Map<string, Intl.PluralRules>();
function rules(locale: string, kind: 'plural' | 'selectordinal'): Intl.PluralRules {
  const name = `${locale} ${kind}`;
  let rule = pluralRules.get(name);
  if (!rule) {
    const type = kind === 'plural' ? 'cardinal' : 'ordinal';
    pluralRules.set(name, (rule = new Intl.PluralRules(locale, { type })));
  }
  return rule;
}

/** The names of the arguments that a message asks for. */
export function argumentsOf(message: string): Set<string> {
  const names = new Set<string>();
  const walk = (parts: Part[]): void => {
    for (const part of parts) {
      if (typeof part === 'string' || 'hash' in part) continue;
      names.add(part.arg);
      if ('choose' in part) Object.values(part.cases).forEach(walk);
    }
  };
  walk(read(message));
  return names;
}
