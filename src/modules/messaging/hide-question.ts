/** The desk takes a question with its answer off the page, and may put it back. Both sides get its sentence. */
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { readersOfStore } from '#modules/parties';
import { isStaff } from '#platform/actor';
import { audit } from '#platform/audit';
import { announce } from '#platform/facts';
import { cancelJobs, enqueue } from '#platform/jobs';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { questionChanged } from './facts.ts';
import { lockQuestion, named, questionLife } from './question.ts';
import type { QuestionState } from './question.ts';
import { letterOfQuestion } from './question-letters.ts';

/** Listed in the order in which they are checked. */
export type HideQuestionRefusal =
  | { no: 'only_staff_for_listings_may_decide' }
  | { no: 'say_why' }
  | { no: 'text_is_too_long'; most: number }
  | { no: 'question_not_found' }
  | { no: 'not_your_own_store' }
  | { no: 'question_is_not_in_that_state'; state: QuestionState };

type Decision = Promise<Result<{ state: QuestionState }, HideQuestionRefusal>>;

const mostWhy = 500;

export async function hideQuestion(work: Work, { question: id, why }: { question: string; why: string }): Decision {
  const found = await toDecide(work, id, why);
  if (!found.ok) return found;
  const { question, said } = found.value;
  const state = questionLife.after(question.state, 'hide');
  if (!state) return refuse({ no: 'question_is_not_in_that_state', state: question.state });

  await work.run(sql`
    update messaging.questions set state = ${state}, hidden_why = ${said}, hidden_by = ${work.by.name}, hidden_at = ${work.now} where id = ${id}`);
  await audit(work, { deed: 'question_hidden', subject: `question:${id}`, why: said });
  // A letter about what is not to be read any more stays here.
  cancelJobs(work, letterOfQuestion.name, id);
  const store = await readersOfStore(work, { store: question.store, roles: ['products', 'orders'] });
  for (const person of [question.asker, ...store])
    enqueue(work, letterOfQuestion({ question: id, letter: 'question_hidden', person }), { subject: id });
  announce(work, questionChanged(named(question)));
  return ok({ state });
}

export async function showQuestion(work: Work, { question: id, why }: { question: string; why: string }): Decision {
  const found = await toDecide(work, id, why);
  if (!found.ok) return found;
  const { question, said } = found.value;
  const state = questionLife.after(question.state, question.answer === null ? 'show' : 'show_with_answer');
  if (!state) return refuse({ no: 'question_is_not_in_that_state', state: question.state });

  await work.run(sql`
    update messaging.questions set state = ${state}, hidden_why = null, hidden_by = null, hidden_at = null where id = ${id}`);
  await audit(work, { deed: 'question_shown', subject: `question:${id}`, why: said });
  cancelJobs(work, letterOfQuestion.name, id);
  announce(work, questionChanged(named(question)));
  return ok({ state });
}

async function toDecide(work: Work, id: string, why: string) {
  const said = why.trim();
  if (!isStaff(work.by, 'listings')) return refuse({ no: 'only_staff_for_listings_may_decide' } as const);
  if (said === '') return refuse({ no: 'say_why' } as const);
  if (said.length > mostWhy) return refuse({ no: 'text_is_too_long', most: mostWhy } as const);
  const question = await lockQuestion(work, id);
  if (!question) return refuse({ no: 'question_not_found' } as const);
  if (work.by.stores.some(({ store }) => store === question.store))
    return refuse({ no: 'not_your_own_store' } as const);
  return ok({ question, said });
}
