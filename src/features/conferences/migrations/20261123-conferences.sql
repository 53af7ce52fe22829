-- Series of conferences and their editions. Records are json, not jsonb: they come back with their keys in the
-- order of the model, so that loading the same file again is seen to change nothing.
create table conference_series (
  id text primary key,
  record json not null
);

create table conference (
  id text primary key,
  series text not null references conference_series,
  parent text references conference,
  zone text not null,
  -- As far as known: '2021', '2021-07' or '2021-12-07'.
  starts text,
  ends text,
  -- The part of the record that lists, menus and calendars show.
  outline json not null,
  record json not null,
  version int not null
);
create index conference_series_starts on conference (series, starts);
create index conference_parent on conference (parent);

-- What a record said before it was replaced.
create table conference_version (
  conference text not null references conference,
  version int not null,
  replaced_at timestamptz not null,
  record json not null,
  primary key (conference, version)
);
