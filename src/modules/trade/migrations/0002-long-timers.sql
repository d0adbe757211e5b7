-- A step may be given up to ten years, so that the desk can let one take its time.
alter table trade.timers drop constraint timers_minutes_check;
alter table trade.timers add constraint timers_minutes_check check (minutes between 1 and 5256000);
