-- What delegations say, or hand in, beside the list of speakers; under embargo until it is delivered and released.
create table statement (
  -- The speech of the list.
  speech uuid primary key,
  conference text not null references conference,
  session uuid not null,
  party text not null references party,
  -- The version that holds; 0: nothing was deposited.
  number int not null check (number >= 0),
  -- What was said was confirmed, and reaches everybody then; until that moment it can be undone.
  release_at timestamptz,
  confirmed_at timestamptz,
  confirmed_by text,
  public_at timestamptz,
  -- When and how it was delivered, once it is public.
  delivered jsonb,
  check ((release_at is null) = (confirmed_at is null)),
  check ((public_at is null) = (delivered is null))
);
create index on statement (conference, session);
create index on statement (party) where public_at is not null;

-- All that was deposited, each as it replaced the one before.
create table statement_version (
  speech uuid not null references statement,
  number int not null check (number > 0),
  at timestamptz not null,
  by text not null,
  content jsonb not null,
  primary key (speech, number)
);

-- Who opened a deposited text before it was delivered, and when.
create table statement_reading (
  id uuid primary key,
  speech uuid not null references statement,
  number int not null,
  account text not null,
  at timestamptz not null
);
create index on statement_reading (speech);

-- Pledges that are to be announced in a statement, and what became of that.
create table statement_pledge (
  speech uuid not null references statement,
  pledge text not null references pledge on delete cascade,
  outcome text check (outcome in ('announced', 'not-announced', 'altered')),
  -- What was said instead, where it was altered.
  words jsonb,
  primary key (speech, pledge),
  check ((outcome = 'altered') = (words is not null) or outcome is null and words is null)
);
create index on statement_pledge (pledge);
