/**
 * Forms as they come in: read into typed input, or given back with what was typed and a sentence at each field.
 *
 *   const form = await readForm(event);
 *   const input = form.take({ email: email(), quantity: whole({ least: 1 }) });
 *   if (!input.ok) return input.again;
 *   const signed = await locals.perform(form.key, signUp, input.value);
 *   if (!signed.ok) return refused(signed.refusal, form, { email_is_taken: 'email' });
 */
import { fail } from '@sveltejs/kit';
import type { ActionFailure, RequestEvent } from '@sveltejs/kit';
import { formatMoney } from '#kernel/money';
import type { Money } from '#kernel/money';
import { countryName, isCountry } from '#kernel/place';
import type { Args } from '#kernel/icu';
import { isKey } from './messages.ts';
import type { Reader, Wrong, WrongParts } from './fields.ts';

/** What a form that was sent shows again: the part named `Form` in src/lib/parts reads it. */
export interface Outcome {
  /** Which form of the page it was. */
  form: string;
  /** What was done, where the page stays. */
  said?: string;
  refusal?: { no: string; says: string };
  /** A sentence for each field that is in the way. */
  errors: Record<string, string>;
  values: Record<string, string | string[]>;
  /** What it would do, where that was asked and nothing was done. */
  preview?: Preview;
}

export interface Preview {
  /** In words, each a sentence. */
  says: string[];
  rows: { what: string; before: string; after: string }[];
}

export interface Filled {
  /** The same however often this form is sent; see `perform`. */
  key: string;
  name: string;
  locals: App.Locals;
  outcome: Outcome;
  take<Shape extends Record<string, Reader<unknown>>>(shape: Shape): Taken<Shape>;
}

type Taken<Shape extends Record<string, Reader<unknown>>> =
  | { ok: true; value: { [Name in keyof Shape]: Shape[Name] extends Reader<infer T> ? T : never } }
  | { ok: false; again: ActionFailure<Outcome> };

export async function readForm({ request, locals }: Pick<RequestEvent, 'request' | 'locals'>): Promise<Filled> {
  const data = await request.formData();
  const name = text(data.get('_form'));
  const outcome: Outcome = { form: name, errors: {}, values: valuesOf(data) };
  // A form without our key (sent by hand, say) is a command of its own.
  const key = text(data.get('_key')).slice(0, 200) || crypto.randomUUID();
  return { key, name, locals, outcome, take: (shape) => take(shape, data, locals, outcome) };
}

function take<Shape extends Record<string, Reader<unknown>>>(
  shape: Shape,
  data: FormData,
  locals: App.Locals,
  outcome: Outcome,
): Taken<Shape> {
  const value: Record<string, unknown> = {};
  for (const [name, read] of Object.entries(shape)) {
    const found = read(data.getAll(name), { locale: locals.locale, part: (part) => data.getAll(`${name}.${part}`) });
    if (found.ok) value[name] = found.value;
    else Object.assign(outcome.errors, sentences(name, found.refusal, locals));
  }
  if (Object.keys(outcome.errors).length === 0) return { ok: true, value } as Taken<Shape>;
  return { ok: false, again: fail(422, outcome) };
}

function sentences(name: string, wrong: Wrong | WrongParts, { t }: App.Locals): Record<string, string> {
  if (wrong.no !== 'parts') return { [name]: t(`field.${wrong.no}`, wrong.args) };
  return Object.fromEntries(
    Object.entries(wrong.parts).map(([part, { no, args }]) => [`${name}.${part}`, t(`field.${no}`, args)]),
  );
}

/**
 * The form once more, with the refusal's sentence: at its field if `fields` names one for it, else above the form.
 * The sentence is the word `refusal.<no>`; what else the refusal says can stand in it.
 */
export function refused(
  refusal: { no: string },
  form: Filled,
  fields: Readonly<Record<string, string>> = {},
): ActionFailure<Outcome> {
  const says = refusalSentence(refusal, form.locals);
  const field = fields[refusal.no];
  if (field) form.outcome.errors[field] = says;
  else form.outcome.refusal = { no: refusal.no, says };
  return fail(refusal.no.endsWith('_not_found') ? 404 : 422, form.outcome);
}

export function refusalSentence({ no, ...rest }: { no: string }, { t, locale, requestId }: App.Locals): string {
  const key = `refusal.${no}`;
  if (!isKey(key)) return t('refusal.unexpected', { no: no.replaceAll('_', ' '), request: requestId });
  const args: Args = {};
  for (const [name, value] of Object.entries(rest)) args[name] = asArg(name, value, no, locale);
  return t(key, args);
}

/** Departments count bytes and hundredths of a per cent; people know megabytes and per cent. */
const counted: readonly { no: RegExp; as: (count: number) => number }[] = [
  { no: /^(file|paper|picture)_is_too_large$/, as: (bytes) => Math.floor(bytes / 1_000_000) },
  { no: /^(commission|margin)_is_out_of_bounds$/, as: (hundredths) => hundredths / 10_000 },
];

function asArg(name: string, value: unknown, no: string, locale: string): string | number | bigint {
  if (typeof value === 'number') return counted.find((one) => one.no.test(no))?.as(value) ?? value;
  if (typeof value === 'bigint') return value;
  if (value instanceof Date)
    return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(value);
  if (isMoney(value)) return formatMoney(value, locale);
  if (Array.isArray(value)) return new Intl.ListFormat(locale).format(value.map(String));
  const text = String(value);
  return name === 'country' && isCountry(text) ? countryName(text, locale) : text;
}

const isMoney = (value: unknown): value is Money =>
  typeof value === 'object' && value !== null && 'minor' in value && 'currency' in value;

/** The page stays, and says at the form what was done. */
export function done(form: Filled, said: string): Outcome {
  return { form: form.name, said, errors: {}, values: {} };
}

/** Nothing was done: the form stays as it was typed, and says what it would do. */
export function previewed(form: Filled, preview: Preview): Outcome {
  return { ...form.outcome, preview };
}

const text = (entry: FormDataEntryValue | null) => (typeof entry === 'string' ? entry : '');

/** What was typed, to be shown again. Passwords, files and our own hidden fields are not given back. */
function valuesOf(data: FormData): Outcome['values'] {
  const values: Outcome['values'] = {};
  for (const name of new Set(data.keys())) {
    const typed = data.getAll(name).filter((entry) => typeof entry === 'string');
    if (name.startsWith('_') || /password/i.test(name) || typed.length === 0) continue;
    values[name] = typed.length === 1 ? typed[0]! : typed;
  }
  return values;
}
