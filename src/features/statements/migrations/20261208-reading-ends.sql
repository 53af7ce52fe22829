-- When the time of the log is over, that a text was opened stays, and who opened it is gone.
alter table statement_reading alter column account drop not null;
