-- What became of each backup: shown to administrators.
create table backup (
  file text primary key,
  begun_at timestamptz not null,
  -- Null while it is being taken, and for ever where its process was killed.
  ended_at timestamptz,
  bytes bigint,
  rows bigint,
  encrypted boolean not null,
  -- Read back whole, and found to be what was written.
  checked boolean not null default false,
  -- Why there is none.
  trouble text
);
create index backup_begun on backup (begun_at);
