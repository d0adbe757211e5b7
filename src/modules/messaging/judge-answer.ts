import { isId } from '#kernel/id';
import { ok, refuse } from '#kernel/result';
import type { Result } from '#kernel/result';
import { sql } from '#platform/sql';
import type { Work } from '#platform/work';
import { lockQuestion } from './question.ts';

/** Listed in the order in which they are checked. */
export type JudgeAnswerRefusal =
  { no: 'sign_in_to_judge' } | { no: 'question_not_found' } | { no: 'it_is_your_own_answer' };

/** A reader says whether an answer helped. Said again, the last word counts. */
export async function judgeAnswer(
  work: Work,
  { question: id, helpful }: { question: string; helpful: boolean },
): Promise<Result<{ helpful: number; unhelpful: number }, JudgeAnswerRefusal>> {
  if (work.by.kind !== 'person' || !isId(work.by.id)) return refuse({ no: 'sign_in_to_judge' });
  const question = await lockQuestion(work, id);
  if (question?.state !== 'answered') return refuse({ no: 'question_not_found' });
  if (work.by.stores.some(({ store }) => store === question.store)) return refuse({ no: 'it_is_your_own_answer' });

  await work.run(sql`
    insert into messaging.verdicts as v (question, person, helpful, at)
    values (${id}, ${work.by.id}, ${helpful}, ${work.now})
        on conflict (question, person) do update set helpful = excluded.helpful, at = excluded.at`);
  const counts = await work.one<{ helpful: number; unhelpful: number }>(sql`
    update messaging.questions
       set helpful = (select count(*) from messaging.verdicts where question = ${id} and helpful)::int,
           unhelpful = (select count(*) from messaging.verdicts where question = ${id} and not helpful)::int
     where id = ${id}
    returning helpful, unhelpful`);
  return ok(counts!);
}
