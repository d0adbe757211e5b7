/**
 * What messaging holds on a person: what they asked, answered and judged. When they go, what nobody answered goes with them;
 * an answered question stays for those who read it, without its asker's name, and an answer stays its store's word.
 */
import { sql } from '#platform/sql';
import type { Personal } from '#platform/personal';
import { cancelJobs } from '#platform/jobs';
import type { Work } from '#platform/work';
import { letterOfQuestion } from './question-letters.ts';

/** How somebody is called who has left. */
const nobody = '–';

export const personal: Personal = {
  held: async (ask, { person }) => ({
    questions: await ask.many<Record<string, unknown>>(sql`
      select product, text, state, asked_at, answer, answered_at, hidden_why
        from messaging.questions
       where asker = ${person}
       order by asked_at`),
    answers: await ask.many<Record<string, unknown>>(sql`
      select product, store, text as question, answer, answered_at, edited_at
        from messaging.questions
       where answered_by = ${person}
       order by answered_at`),
    former_answers: await ask.many<Record<string, unknown>>(sql`
      select question, text, until from messaging.former_answers where by_id = ${person} order by until`),
    verdicts: await ask.many<Record<string, unknown>>(sql`
      select question, helpful, at from messaging.verdicts where person = ${person} order by at`),
  }),
  forget: async (work, { person }) => {
    await forgetQuestions(work, person);
    await forgetVerdicts(work, person);
    await work.run(sql`
      update messaging.questions set answered_by = null, answered_name = ${nobody} where answered_by = ${person}`);
    await work.run(sql`
      update messaging.former_answers set by_id = null, by_name = ${nobody} where by_id = ${person}`);
    await work.run(sql`
      update messaging.former_answers set ended_by_id = null, ended_by = ${nobody} where ended_by_id = ${person}`);
  },
};

async function forgetQuestions(work: Work, person: string): Promise<void> {
  const theirs = await work.many<{ id: string; answered: boolean }>(sql`
    select id, answer is not null as answered from messaging.questions where asker = ${person} order by id for update`);
  // No letter reaches somebody who left, and none tells a store of a question that is gone.
  for (const { id } of theirs) cancelJobs(work, letterOfQuestion.name, id);
  const unanswered = theirs.filter(({ answered }) => !answered).map(({ id }) => id);
  await work.run(sql`delete from messaging.former_answers where question = any(${unanswered}::uuid[])`);
  await work.run(sql`delete from messaging.verdicts where question = any(${unanswered}::uuid[])`);
  await work.run(sql`delete from messaging.questions where id = any(${unanswered}::uuid[])`);
  await work.run(sql`update messaging.questions set asker_name = ${nobody} where asker = ${person}`);
}

/** What they found helpful counts no longer. Questions are locked one after the other, in the order of their ids. */
async function forgetVerdicts(work: Work, person: string): Promise<void> {
  const judged = await work.many<{ question: string }>(sql`
    delete from messaging.verdicts where person = ${person} returning question`);
  for (const { question } of judged.toSorted((a, b) => a.question.localeCompare(b.question)))
    await work.run(sql`
      update messaging.questions
         set helpful = (select count(*) from messaging.verdicts where question = ${question} and helpful)::int,
             unhelpful = (select count(*) from messaging.verdicts where question = ${question} and not helpful)::int
       where id = ${question}`);
}
