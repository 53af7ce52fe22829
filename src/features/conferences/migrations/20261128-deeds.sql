-- What made each state of a record: the name of the command, who ('account/0190…') and when; null for what is older.
alter table conference add column deed text, add column made_by text, add column made_at timestamptz;
alter table conference_version add column deed text, add column made_by text, add column made_at timestamptz;

-- What the shipped file said when it was last loaded: only what it says otherwise since is loaded again, so that
-- nothing that people changed in between is overwritten.
alter table conference add column loaded json;
alter table conference_series add column loaded json;

-- The same history for a series.
alter table conference_series add column version int not null default 1;
alter table conference_series add column deed text, add column made_by text, add column made_at timestamptz;
create table conference_series_version (
  series text not null references conference_series,
  version int not null,
  replaced_at timestamptz not null,
  record json not null,
  deed text,
  made_by text,
  made_at timestamptz,
  primary key (series, version)
);
