-- States, observer States and organisations, with every name that they had since 2010.
create table party (
  code text primary key,
  kind text not null check (kind in ('state', 'observer-state', 'organisation')),
  alpha2 text unique,
  m49 text unique,
  member_since date,
  observer_since date,
  region text,
  subregion text,
  zone text,
  seat text,
  in_sentences text not null,
  abbreviations jsonb not null,
  aliases jsonb not null,
  note jsonb,
  namings jsonb not null,
  sources jsonb not null
);

-- A list of members is what we know of it: stated_size is what sources state, and may be more.
create table party_group (
  code text primary key,
  kind text not null,
  organisation text references party,
  names jsonb not null,
  as_of text not null,
  stated_size int,
  complete boolean not null,
  created jsonb,
  rule jsonb,
  list text,
  sizes jsonb not null,
  sources jsonb not null
);

create table party_group_member (
  party_group text not null references party_group on delete cascade,
  party text not null references party,
  role text not null check (role in ('member', 'observer')),
  "from" text,
  until date,
  status text not null check (status in ('confirmed', 'indicated', 'unconfirmed')),
  note jsonb,
  sources jsonb not null,
  primary key (party_group, party)
);
create index party_group_member_party on party_group_member (party);

create table party_ordering (
  id text primary key,
  kind text not null check (kind in ('classes', 'seat', 'by-hand')),
  content jsonb not null
);

create table mission (
  acronym text primary key,
  kind text not null,
  start date not null,
  "end" date,
  content jsonb not null
);
