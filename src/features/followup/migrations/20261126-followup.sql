-- What third parties and officials say: whose words, when, and how we read them.
create table observation (
  id text primary key,
  conference text references conference,
  pledges text[] not null,
  -- States that are spoken of without a pledge, and those whose own words it is.
  parties text[] not null,
  by text[] not null,
  -- As far as it is known: 2021, 2021-12 or 2021-12-07.
  "on" text,
  audience text not null check (audience in ('public', 'participants', 'parties', 'secretariat')),
  content jsonb not null,
  version int not null check (version > 0)
);
create index observation_pledges on observation using gin (pledges);
create index observation_parties on observation using gin (parties);
create index observation_by on observation using gin (by);
create index observation_conference on observation (conference);

create table observation_version (
  observation text not null references observation,
  version int not null,
  replaced_at timestamptz not null,
  replaced_by text not null,
  content jsonb not null,
  primary key (observation, version)
);

-- A time in which every party is asked how its pledges stand.
create table report_round (
  id text primary key,
  name jsonb not null,
  opens date not null,
  due date not null check (due > opens),
  conferences text[] not null
);

-- Which party was reminded of which pledges: what a letter or mail says.
create table report_reminder (
  round text not null references report_round,
  party text not null references party,
  pledges text[] not null,
  at timestamptz not null,
  primary key (round, party, at)
);

-- What a party says of its own share. A later report follows an earlier one; none is ever overwritten.
create table progress_report (
  id uuid primary key,
  pledge text not null references pledge,
  party text not null references party,
  round text references report_round,
  stage text not null,
  "on" text not null,
  -- Who may know the stage, and so that there is a report at all.
  audience text not null check (audience in ('public', 'participants', 'parties', 'secretariat')),
  on_behalf boolean not null,
  reported_at timestamptz not null,
  reported_by text not null,
  content jsonb not null
);
create index progress_report_pledge on progress_report (pledge, reported_at);
create index progress_report_party on progress_report (party, pledge);
create index progress_report_key on progress_report ((id::text) collate "C");
create index progress_report_round on progress_report (round);

-- What an independent reviewer finds. What supersedes another is an assessment of its own.
create table assessment (
  id uuid primary key,
  pledge text not null references pledge,
  -- The party whose share is meant; null where the whole pledge is.
  party text references party,
  reviewed_by text not null,
  state text not null check (state in ('drafted', 'sent', 'published', 'superseded')),
  supersedes uuid unique references assessment,
  version int not null check (version > 0),
  sent_at timestamptz,
  published_at timestamptz,
  content jsonb not null,
  check (state not in ('published', 'superseded') or published_at is not null)
);
create index assessment_pledge on assessment (pledge);

-- What a draft said before it was revised.
create table assessment_version (
  assessment uuid not null references assessment,
  version int not null,
  replaced_at timestamptz not null,
  content jsonb not null,
  primary key (assessment, version)
);

-- The right of reply: what a party says to what is said here of it, and what the secretariat answers.
create table reply (
  id uuid primary key,
  subject_kind text not null check (subject_kind in ('pledge', 'event', 'observation', 'assessment')),
  -- An identifier, or KOR-2021-01/delivery/3.
  subject text not null,
  pledge text references pledge,
  conference text references conference,
  party text not null references party,
  kind text not null check (kind in ('confirm', 'comment', 'dispute', 'correction')),
  audience text not null check (audience in ('public', 'participants', 'parties', 'secretariat')),
  words jsonb,
  at timestamptz not null,
  by text not null,
  answer jsonb,
  answered_at timestamptz,
  answered_by text,
  check ((answer is null) = (answered_at is null))
);
create index reply_subject on reply (subject_kind, subject);
create index reply_pledge on reply (pledge);
create index reply_unanswered on reply (at) where answered_at is null;

-- What anybody reports as wrong, without an account and without saying who they are.
create table error_report (
  id uuid primary key,
  about text not null,
  words text not null,
  at timestamptz not null,
  settled_at timestamptz,
  settled_by text,
  outcome text check (outcome in ('corrected', 'kept', 'not-about-us')),
  check ((outcome is null) = (settled_at is null))
);
create index error_report_open on error_report (at) where settled_at is null;
