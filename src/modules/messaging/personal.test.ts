/** What messaging tells a person of themselves, and what is left when they have gone. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { must } from '#kernel/result';
import { enrol } from '#modules/parties';
import { system } from '#platform/actor';
import type { Actor } from '#platform/actor';
import { openTown } from '../../../stories/town.ts';
import type { Seller, Town } from '../../../stories/town.ts';
import { answerQuestion, askQuestion, editAnswer, judgeAnswer, questionsOfProduct, takeBackAnswer } from './index.ts';
import { personal } from './personal.ts';

let town: Town;
let mei: Seller;
beforeAll(async () => {
  town = await openTown();
  mei = await town.seller('Mei, Shenzhen');
});
afterAll(() => town.close());

async function person(name: string): Promise<Actor> {
  const email = `${name.split(' ')[0]!.toLowerCase()}@people.test`;
  const about = { email, name, locale: 'en', country: 'BR', currency: 'BRL' };
  const enrolled = must(await town.does(system, enrol, about));
  return { id: enrolled.person, kind: 'person', name, stores: [], staff: [] };
}

async function asks(by: Actor, text: string): Promise<string> {
  await town.later({ seconds: 1 });
  return must(await town.does(by, askQuestion, { product: mei.product, locale: 'en', text })).question;
}
const answers = async (question: string, text: string) =>
  must(await town.does(mei.actor, answerQuestion, { question, text }));
const held = (of: Actor) => town.ask(system, personal.held, { person: of.id });
const forgets = async (of: Actor) =>
  must(
    await town.does(
      system,
      async (work, input: { person: string }) => {
        await personal.forget(work, input);
        return { ok: true, value: {} };
      },
      { person: of.id },
    ),
  );
const shown = async (by: Actor) => (await town.ask(by, questionsOfProduct, { product: mei.product })).questions;

test('a copy tells what somebody asked, answered and judged; when they go, only what others read stays, without a name', async () => {
  const [ana, bia] = [await person('Ana Souza'), await person('Bia Lima')];
  const answered = await asks(ana, 'Does it whistle?');
  const waiting = await asks(ana, 'Is the lid made of glass?');
  const bias = await asks(bia, 'Which voltage does it take?');
  await answers(answered, 'It does.');
  await answers(bias, 'It takes 220 volts.');
  await answers(waiting, 'It is steel.');
  must(await town.does(mei.actor, takeBackAnswer, { question: waiting }));
  must(await town.does(ana, judgeAnswer, { question: bias, helpful: true }));
  must(await town.does(bia, judgeAnswer, { question: bias, helpful: true }));

  expect(await held(ana)).toMatchObject({
    questions: [
      { text: 'Does it whistle?', answer: 'It does.' },
      { text: 'Is the lid made of glass?', answer: null },
    ],
    answers: [],
    verdicts: [{ question: bias, helpful: true }],
  });

  await forgets(ana);
  expect(await held(ana)).toMatchObject({ questions: [{ text: 'Does it whistle?' }], verdicts: [] });
  expect(await shown(bia)).toMatchObject([
    { question: bias, helpful: 1 },
    { text: 'Does it whistle?', by: '–', answer: { text: 'It does.' } },
  ]);
  // The answer's letter would have left in five minutes; Ana is not written to any more.
  await town.later({ minutes: 10 });
  expect(town.world.mail.letters({ to: 'ana@people.test' })).toEqual([]);
  expect(town.world.mail.letters({ to: 'bia@people.test' })).toHaveLength(1);
});

test('what somebody answered for a store stays its word when they go, in nobody’s name', async () => {
  const caio = await person('Caio Reis');
  const question = await asks(caio, 'How heavy is it when full?');
  await answers(question, 'About two kilograms.');
  must(await town.does(mei.actor, editAnswer, { question, text: 'Two and a half kilograms.' }));
  expect(await held(mei.actor)).toMatchObject({
    answers: expect.arrayContaining([expect.objectContaining({ answer: 'Two and a half kilograms.' })]),
    former_answers: [{ question, text: 'About two kilograms.' }],
  });
  await forgets(mei.actor);
  expect(await held(mei.actor)).toMatchObject({ answers: [], former_answers: [] });
  expect((await shown(caio)).find((one) => one.question === question)?.answer?.text).toBe('Two and a half kilograms.');
  const { rows } = await town.house.db.query('select by_name, ended_by from messaging.former_answers');
  expect(rows).toEqual([{ by_name: '–', ended_by: '–' }]);
});
