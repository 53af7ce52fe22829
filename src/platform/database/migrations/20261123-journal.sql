-- What was done, by whom, to what: only ever added to.
create table journal (
  seq bigint generated always as identity primary key,
  id uuid not null unique,
  -- Tells when the entry's transaction has ended; a restored entry has none.
  xid xid8 default pg_current_xact_id(),
  at timestamptz not null,
  action text not null,
  subject text not null,
  conference text,
  actor text not null,
  digest text not null
);
create index journal_subject on journal (subject, seq);
create index journal_actor on journal (actor, seq);

-- Stands apart, so that erasing a person can delete it: without its salt a digest says nothing of the input.
create table journal_salt (
  seq bigint primary key,
  salt text not null
);

-- Entries that wait for a seal. An entry that neither waits nor is sealed came in by another way than ours.
create table journal_unsealed (
  seq bigint primary key
);

create table journal_seal (
  number bigint primary key,
  at timestamptz not null,
  entries integer not null,
  root text not null,
  previous text not null,
  hash text not null
);

create table journal_sealed (
  seq bigint primary key,
  seal bigint not null,
  leaf text not null
);
create index journal_sealed_seal on journal_sealed (seal, seq);

create function journal_stands() returns trigger language plpgsql as $$
begin
  raise exception 'The journal is only ever added to: % of % is refused', tg_op, tg_table_name;
end
$$;

create trigger stands before update or delete or truncate on journal
  for each statement execute function journal_stands();
create trigger stands before update or delete or truncate on journal_seal
  for each statement execute function journal_stands();
create trigger stands before update or delete or truncate on journal_sealed
  for each statement execute function journal_stands();

revoke update, delete, truncate on journal, journal_seal, journal_sealed from public, current_user;
