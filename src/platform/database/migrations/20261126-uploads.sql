-- Files that people hand in, bytes and all, so that a backup and every instance have them.
create table upload (
  id uuid primary key,
  at timestamptz not null,
  name text not null,
  kind text not null,
  bytes bytea not null,
  size integer not null,
  digest text not null,
  uploader text not null,
  scan text not null check (scan in ('clean', 'not-scanned')),
  -- What it belongs to, `delegation/0190…`; a file that nothing claims is deleted after a day.
  owner text
);
-- They are packed already.
alter table upload alter column bytes set storage external;
create index upload_unclaimed on upload (at) where owner is null;
create index upload_owner on upload (owner) where owner is not null;
