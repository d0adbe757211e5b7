-- Whose words a former answer was and who ended it, so that the house can tell them and forget them. Null: from before this was kept.
alter table messaging.former_answers add column by_id text;
alter table messaging.former_answers add column ended_by_id text;
-- For the copy of a person's data, and for forgetting them.
create index questions_of_answerer on messaging.questions (answered_by);
create index verdicts_of_person on messaging.verdicts (person);
