-- Who has an account: how they are called and how they read. The address and the keys stand in the schema auth.
create table person (
  account uuid primary key,
  name text not null,
  language text not null,
  zone text,
  since timestamptz not null,
  -- A closed account signs nobody in; what it did stays its own.
  closed_at timestamptz
);

-- Which roles somebody holds and held. A role that has ended stays; given anew, it is another row.
create table holding (
  id uuid primary key,
  account uuid not null references person,
  role text not null,
  -- '*': at every conference.
  conference text not null,
  party text,
  since timestamptz not null,
  given_by text not null,
  until timestamptz,
  ended_by text,
  check ((until is null) = (ended_by is null))
);
create unique index "people.holds-already" on holding (account, role, conference, coalesce(party, ''))
  where until is null;
create index holding_conference on holding (conference, role) where until is null;
