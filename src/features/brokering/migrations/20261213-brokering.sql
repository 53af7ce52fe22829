-- What the secretariat proposes to parties that could close a gap together, as it is worded now.
create table proposal (
  id uuid primary key,
  conference text not null references conference,
  state text not null check (state in ('suggested', 'contacted', 'agreed', 'running', 'ended')),
  wording jsonb not null,
  -- Of the wording: whoever consented to another one has not consented to this.
  version int not null check (version > 0),
  -- The calculation from which it comes, and the need in it; null where somebody wrote it.
  run uuid references partnership_run,
  requirement text,
  -- The party that suggested it; null: the secretariat.
  suggested_by text references party,
  suggested_at timestamptz not null,
  contacted_at timestamptz,
  agreed_at timestamptz,
  ended_at timestamptz,
  ending text check (ending in ('no-agreement', 'withdrawn', 'done', 'broken-off')),
  -- The joint pledge that its parties gave.
  pledge text references pledge,
  check ((run is null) = (requirement is null)),
  check ((state = 'ended') = (ended_at is not null) and (ended_at is null) = (ending is null)),
  check ((agreed_at is null) = (pledge is null)),
  check (contacted_at is not null or agreed_at is null)
);
create index proposal_of on proposal (conference, suggested_at desc);
create unique index proposal_pledge on proposal (pledge);
-- Of one need of one calculation people talk once at a time.
create unique index proposal_need on proposal (run, requirement) where state <> 'ended';

-- Whom it names or named: when each was asked, and what each said of which wording. Words are for the secretariat.
create table proposal_party (
  proposal uuid not null references proposal,
  party text not null references party,
  asked_at timestamptz not null,
  reminded_at timestamptz,
  answer text check (answer in ('consents', 'change', 'declines')),
  version int,
  words text,
  answered_at timestamptz,
  answered_by text,
  primary key (proposal, party),
  check ((answer is null) = (version is null) and (answer is null) = (answered_at is null))
);

-- What was done, by whom and when, and how it was worded from then on.
create table proposal_deed (
  proposal uuid not null references proposal,
  position int not null,
  deed text not null,
  at timestamptz not null,
  by text not null,
  party text references party,
  version int not null,
  words text,
  wording jsonb,
  primary key (proposal, position)
);

-- What its parties and the secretariat say to each other on it.
create table proposal_note (
  id uuid primary key,
  proposal uuid not null references proposal,
  at timestamptz not null,
  by text not null,
  -- Whose note it is; null: the secretariat's.
  party text references party,
  -- The party that alone reads it with the secretariat; null: all whom the proposal names.
  alone_with text references party,
  words text not null
);
create index proposal_note_of on proposal_note (proposal, at);

-- After how many days without an answer the parties of a conference's proposals are reminded.
create table proposal_rhythm (
  conference text primary key references conference,
  days int not null check (days between 1 and 90)
);
