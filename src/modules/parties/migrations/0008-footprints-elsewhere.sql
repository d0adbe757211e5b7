-- What people look at is kept by the department of finding; here is only whether it may be.
drop table parties.footprints;
