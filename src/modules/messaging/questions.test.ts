/** Questions and answers on products, told by the people who ask and answer. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '#kernel/result';
import { newId } from '#kernel/id';
import { enrol } from '#modules/parties';
import { guest, system } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { openTown, refused } from '../../../stories/town.ts';
import type { Seller, Town } from '../../../stories/town.ts';
import {
  answerQuestion,
  askQuestion,
  editAnswer,
  hideQuestion,
  judgeAnswer,
  questionsForDesk,
  questionsOfProduct,
  questionsOfStore,
  questionsWaiting,
  showQuestion,
  takeBackAnswer,
} from './index.ts';

let town: Town;
let mei: Seller;
let desk: Actor;
let count = 0;

beforeAll(async () => {
  town = await openTown('2026-03-02T09:00:00Z');
  mei = await town.seller('Mei, Shenzhen');
  desk = await town.staff('Ines Prado', ['listings']);
});
afterAll(() => town.close());

async function person(name: string, locale = 'pt-BR'): Promise<Actor & { email: string }> {
  const email = `${name.split(' ')[0]!.toLowerCase()}${++count}@people.test`;
  const { person: id } = must(await town.does(system, enrol, { email, name, locale, country: 'BR', currency: 'BRL' }));
  return { id, kind: 'person', name, stores: [], staff: [], email };
}

const asks = (by: Actor, text: string, product = mei.product) =>
  town.does(by, askQuestion, { product, text, locale: 'pt-BR' });
const asked = async (by: Actor, text: string) => must(await asks(by, text)).question;
const answers = (question: string, text: string, by = mei.actor) => town.does(by, answerQuestion, { question, text });
const shown = async (by: Actor, text = '') =>
  (await town.ask(by, questionsOfProduct, { product: mei.product, text })).questions;
const found = async (by: Actor, question: string) => (await shown(by)).find((one) => one.question === question);
const subjects = (to: string) => town.world.mail.letters({ to }).map((letter) => letter.subject);
const waiting = async () => (await town.ask(mei.actor, questionsWaiting, { store: mei.store }))!.waiting;

test('who asks is refused what would not help anybody, in this order', async () => {
  const ana = await person('Ana Souza');
  expect(await asks(guest(newId(town.house.clock.now())), 'Does it whistle?')).toEqual(refused('sign_in_to_ask'));
  expect(await asks(ana, 'Does it whistle?', newId(town.house.clock.now()))).toEqual(refused('product_not_found'));
  expect(await asks(mei.actor, 'Does it whistle?')).toEqual(refused('it_is_your_own_product'));
  expect(await asks(ana, 'Why?')).toEqual(refused('text_is_too_short', { least: 8 }));
  expect(await asks(ana, 'Write me: ana@mail.test')).toEqual(refused('text_holds_a_mail_address'));
  await asked(ana, 'Does it whistle?');
  expect(await asks(ana, 'does it WHISTLE?')).toEqual(refused('you_asked_that_already'));
  await asked(ana, 'How loud is it?');
  await asked(ana, 'Is the lid glass?');
  expect(await asks(ana, 'Is the handle cool?')).toEqual(refused('your_questions_wait_for_answers', { most: 3 }));
});

test('nobody asks more than ten questions in a day', async () => {
  const bea = await person('Bea Lima');
  for (let n = 1; n <= 10; n++) must(await answers(await asked(bea, `Question number ${n}?`), 'Yes, it does.'));
  expect(await asks(bea, 'And one more question?')).toEqual(refused('enough_questions_for_today', { most: 10 }));
  await town.later({ days: 1 });
  await town.later({ minutes: 1 });
  expect(await asks(bea, 'And one more question?')).toMatchObject({ ok: true });
});

test('a question is told to the store, answered, and the answer told to who asked, each once and in their language', async () => {
  const rui = await person('Rui Alves');
  const before = await waiting();
  const question = await asked(rui, 'Ferve leite também?');
  await town.settle();
  const meis = (await letterTo('Rui asks about Electric kettle'))!;
  expect(meis.text).toContain('Ferve leite também?');
  expect(meis.text).toContain('/seller/questions');
  expect(meis.html).toContain('>Answer</a>');
  expect(await waiting()).toBe(before + 1);

  // Others do not see it before it is answered; who asked does.
  expect(await found(await person('Eva Reis'), question)).toBeUndefined();
  expect(await found(rui, question)).toMatchObject({ state: 'asked', isMine: true, by: 'Rui' });

  must(await answers(question, 'Não, só água.'));
  expect(await found(await person('Eva Reis'), question)).toMatchObject({
    state: 'answered',
    isMine: false,
    answer: { text: 'Não, só água.', edited: false },
  });
  await town.settle();
  expect(subjects(rui.email)).toEqual([]);
  await town.later({ minutes: 5 });
  await town.later({ days: 1 });
  expect(subjects(rui.email)).toEqual(['Mei, Shenzhen respondeu à sua pergunta sobre Chaleira elétrica']);
  const [letter] = town.world.mail.letters({ to: rui.email });
  expect(letter!.text).toContain(`/pt-BR/products/${mei.product}#questions`);
  expect(letter!.html).toContain('lang="pt-BR"');
});

const letterTo = async (subject: string) => town.world.mail.letters().find((letter) => letter.subject === subject);

test('an answer taken back within five minutes was never sent; later it can only be changed, for thirty days', async () => {
  const leo = await person('Leo Dias');
  const question = await asked(leo, 'Is it 110 or 220 volts?');
  must(await answers(question, 'It is 110.'));
  expect(await answers(question, 'Twice?')).toEqual(refused('question_does_not_wait', { state: 'answered' }));
  must(await town.does(mei.actor, takeBackAnswer, { question }));
  expect(await town.does(mei.actor, takeBackAnswer, { question })).toEqual(
    refused('question_is_not_answered', { state: 'asked' }),
  );
  await town.later({ minutes: 10 });
  expect(subjects(leo.email)).toEqual([]);

  must(await answers(question, 'It is 220 volts.'));
  await town.later({ minutes: 5 });
  expect(subjects(leo.email)).toHaveLength(1);
  expect(await town.does(mei.actor, takeBackAnswer, { question })).toEqual(
    refused('too_late_to_take_back', { minutes: 5 }),
  );
  must(await town.does(mei.actor, editAnswer, { question, text: 'It takes 110 and 220 volts.' }));
  expect((await found(leo, question))!.answer).toMatchObject({ text: 'It takes 110 and 220 volts.', edited: true });
  const former = await town.house.db.query(
    `select text from messaging.former_answers where question = '${question}' order by until`,
  );
  expect(former.rows).toEqual([{ text: 'It is 110.' }, { text: 'It is 220 volts.' }]);
  await town.later({ days: 31 });
  expect(await town.does(mei.actor, editAnswer, { question, text: 'Something else.' })).toEqual(
    refused('answer_is_settled', { days: 30 }),
  );
});

test('only the store answers, and only its people see what waits', async () => {
  const noa = await person('Noa Cruz');
  const hao = await town.seller('Hao, Jingdezhen');
  const question = await asked(noa, 'Does it come with a cable?');
  expect(await answers(question, 'I would think so.', noa)).toEqual(refused('question_not_found'));
  expect(await answers(question, 'I would think so.', hao.actor)).toEqual(refused('question_not_found'));
  const finance: Actor = { ...mei.actor, stores: [{ store: mei.store, roles: ['finance'] }] };
  expect(await answers(question, 'I would think so.', finance)).toEqual(refused('question_not_found'));
  expect(await town.ask(finance, questionsOfStore, { store: mei.store, locale: 'en' })).toBeUndefined();
  expect(await town.ask(hao.actor, questionsWaiting, { store: mei.store })).toBeUndefined();
  expect(await answers(question, 'Call +55 11 91234-5678', mei.actor)).toEqual(refused('text_holds_a_phone_number'));
  const list = await town.ask(mei.actor, questionsOfStore, { store: mei.store, locale: 'pt-BR', text: 'CABLE' });
  expect(list!.questions).toMatchObject([{ question, title: 'Chaleira elétrica', by: 'Noa', answer: null }]);
  const all = (await town.ask(mei.actor, questionsOfStore, { store: mei.store, locale: 'en' }))!.questions;
  expect(all.map((one) => one.at.getTime())).toEqual(all.map((one) => one.at.getTime()).sort((a, b) => a - b));
});

test('readers say what helped; the last word of each counts, and the most helpful stands first', async () => {
  const [ivo, ida, zoe] = [await person('Ivo Melo'), await person('Ida Nunes'), await person('Zoe Prado')];
  const question = await asked(ivo, 'Can I boil 100% of it?');
  const judge = (by: Actor, helpful: boolean) => town.does(by, judgeAnswer, { question, helpful });
  expect(await judge(ida, true)).toEqual(refused('question_not_found'));
  must(await answers(question, 'Yes, to the mark.'));
  expect(await judge(mei.actor, true)).toEqual(refused('it_is_your_own_answer'));
  expect(await judge(guest('someone'), true)).toEqual(refused('sign_in_to_judge'));
  must(await judge(ida, false));
  must(await judge(ida, true));
  expect(must(await judge(zoe, true))).toEqual({ helpful: 2, unhelpful: 0 });
  expect((await shown(await person('Any Body')))[0]).toMatchObject({ question, helpful: 2, found: null });
  expect(await found(ida, question)).toMatchObject({ found: true });
  // What was typed is searched for as it stands.
  expect((await shown(ida, '100%')).map((one) => one.question)).toEqual([question]);
  expect(await shown(ida, '1_0%')).toEqual([]);
});

test('the desk hides one with a sentence that both sides get, and puts it back; both are in the trail', async () => {
  const gil = await person('Gil Rocha');
  const question = await asked(gil, 'Is the seller an honest man?');
  must(await answers(question, 'Ask my neighbours.'));
  const hides = (by: Actor, why = 'This is about a person, not about the goods.') =>
    town.does(by, hideQuestion, { question, why });
  expect(await hides(gil)).toEqual(refused('only_staff_for_listings_may_decide'));
  expect(await hides(desk, ' ')).toEqual(refused('say_why'));
  expect(await hides({ ...desk, stores: mei.actor.stores })).toEqual(refused('not_your_own_store'));
  must(await hides(desk));
  expect(await hides(desk)).toEqual(refused('question_is_not_in_that_state', { state: 'hidden' }));
  await town.later({ minutes: 6 });
  // The answer's own letter stays away.
  expect(subjects(gil.email)).toEqual(['Uma pergunta sobre Chaleira elétrica foi tirada da página']);
  expect((await letterTo('A question about Electric kettle was taken off its page'))!.text).toContain(
    'This is about a person, not about the goods.',
  );
  expect(await found(gil, question)).toBeUndefined();
  const hidden = await town.ask(desk, questionsForDesk, { state: 'hidden' });
  expect(hidden!.questions).toMatchObject([{ question, hiddenBy: 'Ines Prado' }]);
  expect(await town.ask(gil, questionsForDesk, {})).toBeUndefined();

  must(await town.does(desk, showQuestion, { question, why: 'On second thoughts it may stand.' }));
  expect(await found(gil, question)).toMatchObject({ state: 'answered' });
  const trail = await town.house.db.query(
    `select deed from platform.audit where subject = 'question:${question}' order by id`,
  );
  expect(trail.rows).toEqual([{ deed: 'question_hidden' }, { deed: 'question_shown' }]);
});
