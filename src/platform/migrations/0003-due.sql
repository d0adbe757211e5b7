-- What is due is found in its order, without sorting what is not.
create index jobs_in_order on platform.jobs (due_at, id);
drop index platform.jobs_due;
create index outbox_in_order on platform.outbox (due_at, fact);
drop index platform.outbox_due;
-- These tables are small, and every row of them dies young.
alter table platform.jobs set (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 5000);
alter table platform.outbox set (autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 5000);
