-- What a conference asks of the delegations that it invites.
create table delegation_rules (
  conference text primary key references conference,
  version int not null check (version > 0),
  content jsonb not null
);

-- A party's delegation: how it was invited, and what it answered.
create table delegation (
  conference text not null references conference,
  party text not null references party,
  state text not null check (state in ('prepared', 'sent', 'answered')),
  version int not null check (version > 0),
  -- Null where a party asked to take part without an invitation.
  invitation jsonb,
  reply jsonb,
  sent_at timestamptz,
  reminded_at timestamptz,
  -- What was decided for this delegation alone.
  quota int check (quota > 0),
  primary key (conference, party),
  check (invitation is not null or reply is not null),
  check (state <> 'answered' or reply is not null),
  check (state <> 'sent' or sent_at is not null)
);
create index delegation_party on delegation (party);

-- What stood there before it was changed, by whom and why.
create table delegation_version (
  conference text not null,
  party text not null,
  version int not null,
  at timestamptz not null,
  by text not null,
  deed text not null,
  reason text,
  content jsonb not null,
  primary key (conference, party, version),
  foreign key (conference, party) references delegation
);

-- Notes verbales and credentials: files that name a delegation, verified before the names count.
create table delegation_document (
  id uuid primary key,
  conference text not null,
  party text not null,
  kind text not null check (kind in ('note-verbale', 'credentials')),
  file uuid,
  number text,
  dated date,
  state text not null check (state in ('received', 'verified', 'declined')),
  reason text,
  at timestamptz not null,
  by text not null,
  decided_at timestamptz,
  decided_by text,
  foreign key (conference, party) references delegation,
  check ((state = 'received') = (decided_at is null))
);
create index delegation_document_of on delegation_document (conference, party, at);

-- A person who takes part: a member of a delegation, or somebody who came by a form of their own.
create table participant (
  id uuid primary key,
  conference text not null references conference,
  -- `delegate`, or the kind of the form.
  kind text not null,
  party text references party,
  state text not null check (state in
    ('draft', 'submitted', 'returned', 'approved', 'refused', 'badged', 'revoked', 'withdrawn')),
  version int not null check (version > 0),
  -- Null once the person is erased; what stands beside it is what counts are made of.
  content jsonb,
  head boolean not null,
  rank text not null,
  created_at timestamptz not null,
  created_by text not null,
  changed_at timestamptz not null,
  submitted_at timestamptz,
  decided_at timestamptz,
  decided_by text,
  -- What was said to the person or the delegation with the last decision.
  reason text,
  replaces uuid references participant,
  -- The class of data that the whole person belongs to: `press` is gone sooner than `record`.
  kept text not null,
  erased_at timestamptz,
  check ((kind = 'delegate') = (party is not null)),
  check ((content is null) = (erased_at is not null))
);
create index participant_conference on participant (conference, state);
create index participant_delegation on participant (conference, party);
create unique index "delegations.two-heads" on participant (conference, party)
  where head and state not in ('withdrawn', 'refused');

-- Every change of a person; what stood there before is gone when the person is erased.
create table participant_version (
  participant uuid not null references participant,
  version int not null,
  at timestamptz not null,
  by text not null,
  deed text not null,
  state text not null,
  reason text,
  content jsonb,
  primary key (participant, version)
);

-- The photo as it is printed: small, upright, without what the camera wrote into it. Null: it could not be read.
create table participant_portrait (
  participant uuid primary key references participant,
  image bytea,
  made_at timestamptz not null
);

-- Links by which people without an account reach what is kept of them; only what they hash to.
create table participant_key (
  digest text primary key,
  participant uuid not null references participant,
  at timestamptz not null
);
create index participant_key_of on participant_key (participant);
