-- What was said of a party, a group, an order or a mission before it was replaced.
create table party_past (
  id bigint generated always as identity primary key,
  subject text not null,
  replaced_at timestamptz not null,
  replaced_by text not null,
  content jsonb not null
);
create index party_past_subject on party_past (subject, id);
