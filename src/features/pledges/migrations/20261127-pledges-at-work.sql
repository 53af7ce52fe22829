-- The moment in which a pledge that waits under embargo becomes public by itself: a minute after it was announced, or
-- the instant until which it is held.
alter table pledge add column release_at timestamptz;
-- Whether the secretariat began it for a party that wrote a letter.
alter table pledge add column on_behalf boolean not null default false;
-- When it was first handed in; before that it is its author's alone.
alter table pledge add column handed_in_at timestamptz;
create index pledge_at_work on pledge (conference, state) where not listed;
create index pledge_release on pledge (release_at) where release_at is not null;

-- What its author is writing, as it was typed: of a draft, of what was given back, of an amendment to come.
create table pledge_sketch (
  pledge text primary key references pledge,
  content jsonb not null,
  saved_at timestamptz not null,
  saved_by text not null
);

-- What was handed in, each time: whoever reviews sees what changed.
create table pledge_submission (
  pledge text not null references pledge,
  position int not null,
  at timestamptz not null,
  by text not null,
  terms jsonb not null,
  primary key (pledge, position)
);

-- Partners to whom a pledge was shown, and what they said.
create table pledge_invitation (
  pledge text not null references pledge,
  party text not null references party,
  invited_at timestamptz not null,
  invited_by text not null,
  declined_at timestamptz,
  declined_by text,
  words jsonb,
  primary key (pledge, party)
);
create index pledge_invitation_party on pledge_invitation (party);

-- Pledges that somebody looked at and found to be two.
create table pledge_apart (
  pledge text not null references pledge,
  other text not null references pledge,
  at timestamptz not null,
  by text not null,
  primary key (pledge, other)
);

-- Who agrees that it is announced; what is given back is signed anew.
create table pledge_signature (
  pledge text not null references pledge,
  side text not null check (side in ('host', 'un')),
  at timestamptz not null,
  signed_by text not null,
  name text not null,
  primary key (pledge, signed_by)
);

-- What those who review say among themselves: never shown to the parties of a pledge, nor to the public.
create table pledge_remark (
  id uuid primary key,
  pledge text not null references pledge,
  -- The party of a co-chair; null where the secretariat says it.
  party text references party,
  concurs boolean not null,
  words jsonb,
  at timestamptz not null,
  by text not null,
  name text not null,
  check (concurs or words is not null)
);
create index pledge_remark_pledge on pledge_remark (pledge, at);
