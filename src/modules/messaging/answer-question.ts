/** The store's side: it answers, changes what it said within thirty days, and takes it back within five minutes. */
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { announce } from '#platform/facts';
import { cancelJobs, enqueue } from '#platform/jobs';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { questionAnswered, questionChanged } from './facts.ts';
import { editDays, editableUntil, lockQuestion, mayAnswer, named, questionLife, undoableUntil } from './question.ts';
import type { QuestionRow, QuestionState } from './question.ts';
import { letterOfQuestion } from './question-letters.ts';
import { writtenText } from './written-text.ts';
import type { WrittenRefusal } from './written-text.ts';

const lengths = { least: 2, most: 2000 };

/** Listed in the order in which they are checked. */
export type AnswerQuestionRefusal =
  { no: 'question_not_found' } | { no: 'question_does_not_wait'; state: QuestionState } | WrittenRefusal;

/** The answer is on the product's page at once; the asker's letter leaves when it can no longer be taken back. */
export async function answerQuestion(
  work: Work,
  { question: id, text }: { question: string; text: string },
): Promise<Result<{ state: QuestionState; undoUntil: Date }, AnswerQuestionRefusal>> {
  const question = await theirs(work, id);
  if (!question) return refuse({ no: 'question_not_found' });
  const state = questionLife.after(question.state, 'answer');
  if (!state) return refuse({ no: 'question_does_not_wait', state: question.state });
  const written = writtenText(text, lengths);
  if (!written.ok) return written;

  await work.run(sql`
    update messaging.questions
       set state = ${state}, answer = ${written.value}, answered_by = ${work.by.id}, answered_name = ${work.by.name},
           answered_at = ${work.now}, edited_at = null
     where id = ${id}`);
  const undoUntil = undoableUntil(work.now);
  const letter = letterOfQuestion({ question: id, letter: 'question_answered', person: question.asker });
  enqueue(work, letter, { at: undoUntil, subject: id });
  announce(work, questionAnswered(named(question)));
  return ok({ state, undoUntil });
}

/** Listed in the order in which they are checked. */
export type EditAnswerRefusal =
  | { no: 'question_not_found' }
  | { no: 'question_is_not_answered'; state: QuestionState }
  | { no: 'answer_is_settled'; days: number }
  | WrittenRefusal;

/** What it said before is kept, and readers see that it was changed. */
export async function editAnswer(
  work: Work,
  { question: id, text }: { question: string; text: string },
): Promise<Result<{ state: QuestionState }, EditAnswerRefusal>> {
  const question = await theirs(work, id);
  if (!question) return refuse({ no: 'question_not_found' });
  const { state, answer, answered_at } = question;
  if (state !== 'answered' || !answered_at) return refuse({ no: 'question_is_not_answered', state });
  if (work.now > editableUntil(answered_at)) return refuse({ no: 'answer_is_settled', days: editDays });
  const written = writtenText(text, lengths);
  if (!written.ok) return written;
  if (written.value === answer) return ok({ state });

  await keepFormer(work, question);
  await work.run(sql`
    update messaging.questions
       set answer = ${written.value}, answered_by = ${work.by.id}, answered_name = ${work.by.name}, edited_at = ${work.now}
     where id = ${id}`);
  announce(work, questionChanged(named(question)));
  return ok({ state });
}

/** Listed in the order in which they are checked. */
export type TakeBackAnswerRefusal =
  | { no: 'question_not_found' }
  | { no: 'question_is_not_answered'; state: QuestionState }
  | { no: 'too_late_to_take_back'; minutes: number };

/** As if it had not been said: the question waits again, and no letter of it has left. */
export async function takeBackAnswer(
  work: Work,
  { question: id }: { question: string },
): Promise<Result<{ state: QuestionState }, TakeBackAnswerRefusal>> {
  const question = await theirs(work, id);
  if (!question) return refuse({ no: 'question_not_found' });
  const state = questionLife.after(question.state, 'take_back');
  if (!state || !question.answered_at) return refuse({ no: 'question_is_not_answered', state: question.state });
  if (work.now >= undoableUntil(question.answered_at)) return refuse({ no: 'too_late_to_take_back', minutes: 5 });

  await keepFormer(work, question);
  work.send(sql`delete from messaging.verdicts where question = ${id}`);
  await work.run(sql`
    update messaging.questions
       set state = ${state}, answer = null, answered_by = null, answered_name = null, answered_at = null, edited_at = null,
           helpful = 0, unhelpful = 0
     where id = ${id}`);
  cancelJobs(work, letterOfQuestion.name, id);
  announce(work, questionChanged(named(question)));
  return ok({ state });
}

async function theirs(work: Work, id: string): Promise<QuestionRow | undefined> {
  const question = await lockQuestion(work, id);
  return question && mayAnswer(work.by, question.store) ? question : undefined;
}

/** Changed twice in one instant, it is kept once: the second is the first one sent again. */
async function keepFormer(work: Work, { id, answer, answered_by, answered_name }: QuestionRow): Promise<void> {
  await work.run(sql`
    insert into messaging.former_answers (question, until, text, by_name, by_id, ended_by, ended_by_id)
    values (${id}, ${work.now}, ${answer}, ${answered_name}, ${answered_by}, ${work.by.name}, ${work.by.id})
        on conflict do nothing`);
}
