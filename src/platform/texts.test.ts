import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#kernel/id';
import { messaging } from '#modules/messaging';
import type { Actor } from './actor.ts';
import { visitor } from './actor.ts';
import type { House } from './house.ts';
import { ownTexts } from './own-texts.ts';
import { perform } from './perform.ts';
import { setText } from './set-text.ts';
import { textForDesk, textsForDesk, textsPerPage } from './text-questions.ts';
import { problemOfText } from './text-rules.ts';
import { forgetTexts, letterSaid, textsSet } from './texts.ts';
import { openTestHouse } from './testing.ts';
import type { TestHouse } from './testing.ts';
import { sql } from './sql.ts';
import { question } from './work.ts';

let house: TestHouse;
const rita: Actor = { id: 'rita', kind: 'person', name: 'Rita', stores: [], staff: ['rules'] };
beforeAll(async () => void (house = await openTestHouse()));
afterAll(() => house.close());

const set = async (input: Partial<Parameters<typeof setText>[1]>, by = rita) => {
  const whole = { key: 'desk.texts.set', locale: 'en', text: 'Write it so', why: 'Clearer.', ...input };
  const said = await perform(house, { key: newId(house.clock.now()), by }, setText, whole);
  return said.ok ? 'done' : said.refusal.no;
};
/** Another process: the same database, a memory of its own. */
const elsewhere = (): House => ({ ...house, memory: new Map() });
const saidIn = async (one: House, locale: string, key: string) => (await textsSet(one)).get(locale)?.[key];

test('a text that is set is said in every process, found as changed, and taken back again', async () => {
  const other = elsewhere();
  expect(await saidIn(other, 'pt-BR', 'desk.find')).toBeUndefined();
  expect(await set({ key: 'desk.find', locale: 'pt-BR', text: ' Procurar\u202e ' })).toBe('done');
  expect(await saidIn(house, 'pt-BR', 'desk.find')).toBe('Procurar');
  // It looks once in a second, or at news of it; and takes another object only when something is new.
  forgetTexts(other);
  expect(await saidIn(other, 'pt-BR', 'desk.find')).toBe('Procurar');
  const before = await textsSet(other);
  forgetTexts(other);
  expect(await textsSet(other)).toBe(before);

  const list = async (input: object) => {
    const found = await question(house, rita, textsForDesk, { locale: 'pt-BR', ...input });
    return found.ok ? found.value : undefined;
  };
  expect(await list({ changed: true })).toMatchObject({
    texts: [{ key: 'desk.find', said: 'Procurar', state: 'set', area: 'desk' }],
    total: 1,
    changed: 1,
  });
  expect((await list({ text: 'procurar', area: 'desk' }))?.texts.map((one) => one.key)).toContain('desk.find');
  const all = await list({ page: 2 });
  expect(all?.texts).toHaveLength(textsPerPage);
  expect(all?.total).toBe(ownTexts(house).byKey.size);

  const own = ownTexts(house).byKey.get('desk.find')!.said['pt-BR']!;
  expect(await set({ key: 'desk.find', locale: 'pt-BR', text: own, why: 'As before.' })).toBe('done');
  expect(await saidIn(house, 'pt-BR', 'desk.find')).toBeUndefined();
  const one = await question(house, rita, textForDesk, { key: 'desk.find' });
  expect(one.ok && one.value.past).toMatchObject([
    { was: 'Procurar', text: '', by: 'Rita', why: 'As before.' },
    { was: '', text: 'Procurar' },
  ]);
  const { rows } = await house.db.query(
    sql`select deed, why from platform.audit where subject = 'text:desk.find' order by id`,
  );
  expect(rows).toEqual([
    { deed: 'text_set', why: 'Clearer.' },
    { deed: 'text_taken_back', why: 'As before.' },
  ]);
});

test('what a language does not say is read in English, found as missing, and can be written', async () => {
  const { said } = ownTexts(house).byKey.get('desk.undo')!;
  delete (said as Record<string, string>)['ru'];
  const missing = async () => {
    const found = await question(house, rita, textsForDesk, { locale: 'ru', missing: true });
    return found.ok ? found.value : undefined;
  };
  expect(await missing()).toMatchObject({
    texts: [{ key: 'desk.undo', said: '', english: said['en'], state: 'missing' }],
    missing: 1,
  });
  expect(await set({ key: 'desk.undo', locale: 'ru', text: 'Вернуть' })).toBe('done');
  expect(await saidIn(house, 'ru', 'desk.undo')).toBe('Вернуть');
  expect((await missing())?.missing).toBe(0);
});

test('a letter is said part by part as it was set', async () => {
  const own = messaging.letters!['en']!['order_paid']!;
  const said = () => letterSaid(house, { module: 'messaging', locale: 'en', letter: 'order_paid', own });
  expect(await said()).toEqual(own);
  const key = 'letter.messaging.order_paid.subject';
  expect(await set({ key, text: 'Paid: {orders}' })).toBe('done');
  expect(await said()).toEqual({ ...own, subject: 'Paid: {orders}' });
});

test('what no longer fits, because the house says it otherwise now, is left out and named', async () => {
  await house.db.query(sql`
    insert into platform.texts (key, id, locale, was, text, by, at, why)
    values ('desk.age.days', ${newId(house.clock.now())}, 'en', '', '{days} days', 'Rita', ${house.clock.now()}, 'Of an earlier version.'),
           ('gone.since', ${newId(house.clock.now())}, 'en', '', 'Gone', 'Rita', ${house.clock.now()}, 'Of an earlier version.')`);
  forgetTexts(house);
  expect(await saidIn(house, 'en', 'desk.age.days')).toBeUndefined();
  expect(await saidIn(house, 'en', 'gone.since')).toBeUndefined();
  const found = await question(house, rita, textsForDesk, { locale: 'en', text: 'desk.age.days' });
  expect(found.ok && found.value.texts).toMatchObject([{ state: 'does_not_fit', said: expect.stringContaining('#') }]);
});

test('each refusal, in order', async () => {
  expect(await set({}, visitor)).toBe('only_staff_for_rules_may');
  expect(await set({ key: 'no.such' })).toBe('text_not_found');
  expect(await set({ locale: 'tlh' })).toBe('language_is_not_known');
  expect(await set({ text: 'x'.repeat(500) })).toBe('text_is_too_long');
  expect(await set({ text: 'Set {it' })).toBe('text_is_not_well_formed');
  expect(await set({ text: 'Set {what}' })).toBe('blanks_are_not_known');
  expect(await set({ key: 'desk.age.days', text: 'Days' })).toBe('blanks_are_missing');
  expect(await set({ text: 'Set the text' })).toBe('text_is_the_same');
  expect(await set({ why: ' ' })).toBe('say_why');
  for (const ask of [
    question(house, visitor, textsForDesk, { locale: 'en' }),
    question(house, visitor, textForDesk, { key: 'desk.find' }),
  ])
    expect(await ask).toEqual({ ok: false, refusal: { no: 'only_staff_for_rules_may_look' } });
  expect(await question(house, rita, textForDesk, { key: 'no.such' })).toMatchObject({ ok: false });
});

const days = '{count, plural, one {# day} other {# days}}';
test.for<[string, string, string, object | undefined]>([
  ['Hello {name}', '{name}, hello', 'en', undefined],
  ['Hello {name}', 'Hello { name', 'en', { no: 'text_is_not_well_formed', at: 14 }],
  ['Hello {name}', 'Hello {name, number}', 'en', { no: 'blank_is_no_number', blank: 'name' }],
  ['{count, number} left', 'Left: {count, number, integer}', 'en', undefined],
  [days, '{count, plural, =0 {none} one {# d} other {# d}}', 'en', undefined],
  [days, '{count} days', 'en', { no: 'cases_are_missing', blank: 'count', cases: ['one', 'other'] }],
  [days, days, 'ru', { no: 'cases_are_missing', blank: 'count', cases: ['few', 'many'] }],
  [days, '{count, plural, other {#天}}', 'zh-CN', undefined],
  [
    '{kind, select, box {box} other {bag}}',
    '{kind, select, other {bag}}',
    'en',
    { no: 'cases_are_missing', blank: 'kind', cases: ['box'] },
  ],
])('“%s” said as “%s” in %s', ([own, text, locale, problem]) => {
  expect(problemOfText('shop.any', { own, text, locale })).toEqual(problem);
});

test.for<[string, string, string, object | undefined]>([
  ['text', 'Hi {name}\n{link}', 'Dear {name},\n{link}\nBye', undefined],
  ['text', 'Hi {name}\n{link}', 'Dear {name}, see {link}', { no: 'link_stands_alone' }],
  ['text', 'Hi {name}', 'Hi {name', { no: 'text_is_not_well_formed', at: 4 }],
  ['text', 'Hi {name}', 'Hi name}', { no: 'text_is_not_well_formed', at: 8 }],
  ['subject', 'Hi {name}', 'Hi\n{name}', { no: 'one_line_is_meant' }],
  ['subject', 'Hi {name}', 'Hi {nam}', { no: 'blanks_are_missing', blanks: ['name'] }],
])('the %s of a letter, “%s”, said as “%s”', ([part, own, text, problem]) => {
  expect(problemOfText(`letter.messaging.any.${part}`, { own, text, locale: 'en' })).toEqual(problem);
});

test('what the house came with passes its own rules, in every language', () => {
  const wrong = [...ownTexts(house).byKey].flatMap(([key, { said }]) =>
    Object.entries(said).flatMap(([locale, own]) =>
      problemOfText(key, { own, text: own, locale }) ? [`${locale} ${key}`] : [],
    ),
  );
  expect(wrong).toEqual([]);
});
