-- Rows of files that are given back, between reading and recording. Unlogged: what a crash leaves of them is nothing.
create unlogged table staged (
  import uuid not null,
  at timestamptz not null,
  dataset text not null,
  -- Null where the row had none, which is told before anything is recorded.
  key text,
  -- The key of the whole that a part belongs to.
  whole text,
  file int not null,
  line bigint not null,
  content json not null
);
create index staged_key on staged (import, dataset, key collate "C");
create index staged_whole on staged (import, dataset, whole collate "C");
