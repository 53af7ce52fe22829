-- Which pledges a round asks about; empty: all that were announced at its conferences.
alter table report_round add column pledges text[] not null default '{}';

-- Which reminders of a round have gone out by themselves: each goes once.
create table report_round_reminder (
  round text not null references report_round,
  occasion text not null check (occasion in ('before', 'after')),
  at timestamptz not null,
  primary key (round, occasion)
);
