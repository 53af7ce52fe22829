-- Files that a party hands in with a report, for whom its evidence is.
create table progress_report_file (
  report uuid not null references progress_report,
  position int not null,
  file uuid not null,
  name text not null,
  primary key (report, position)
);

-- Which secretariat sees to a report of an error: that of the pledge, where it is about one.
alter table error_report add column pledge text references pledge;
alter table error_report add column conference text references conference;

-- Of which end of readiness the parties of a pledge were told.
create table readiness_warning (
  pledge text not null references pledge,
  due date not null,
  at timestamptz not null,
  primary key (pledge, due)
);

-- How long the parties of a conference's pledges have for their comment; without a row, as the codebook says.
create table review_rules (
  conference text primary key references conference,
  comment_first int not null check (comment_first between 1 and 365),
  comment_later int not null check (comment_later between 1 and 365)
);

-- A pledge, or one party's share in it, that somebody is to assess; blind: by two who do not know of each other.
create table review (
  id uuid primary key,
  pledge text not null references pledge,
  party text references party,
  blind boolean not null,
  state text not null check (state in ('open', 'settled', 'closed')),
  -- What was decided where two findings differed: both stand, or a third one does.
  settled text check (settled in ('both', 'third')),
  asked_at timestamptz not null,
  asked_by text not null,
  due date
);
create index review_pledge on review (pledge);

-- Whom the secretariat asked. `third` decides where two differ.
create table review_assignment (
  review uuid not null references review,
  account text not null,
  part text not null check (part in ('first', 'second', 'third')),
  assigned_at timestamptz not null,
  assigned_by text not null,
  ended_at timestamptz,
  primary key (review, account)
);
create index review_assignment_account on review_assignment (account);

alter table assessment add column review uuid references review;
-- When its reviewer was done with it: of a blind pair, each sees the other's only when both are.
alter table assessment add column handed_in_at timestamptz;
