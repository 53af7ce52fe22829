-- What a conference agrees on: a communiqué, a declaration. Nothing of it is public before it is adopted.
create table outcome_document (
  conference text not null references conference,
  document text not null,
  state text not null check (state in
    ('drafting', 'circulated', 'silence', 'objected', 'agreed', 'adopted', 'closed')),
  version int not null check (version > 0),
  settings jsonb not null,
  -- The draft that was circulated last.
  draft int,
  deadline timestamptz,
  adopted_on date,
  primary key (conference, document),
  check (state <> 'silence' or deadline is not null),
  check ((state in ('adopted', 'closed')) = (adopted_on is not null)),
  check (state = 'drafting' or draft is not null)
);

create table outcome_draft (
  conference text not null,
  document text not null,
  number int not null check (number > 0),
  paragraphs jsonb not null,
  -- What the secretariat says of it to those who read it.
  note jsonb,
  at timestamptz not null,
  by text not null,
  circulated_at timestamptz,
  primary key (conference, document, number),
  foreign key (conference, document) references outcome_document
);

-- Every deed to a document, oldest first.
create table outcome_deed (
  conference text not null,
  document text not null,
  position int not null,
  deed text not null,
  at timestamptz not null,
  by text not null,
  draft int,
  deadline timestamptz,
  -- Who objected, and why.
  party text references party,
  reason text,
  primary key (conference, document, position),
  foreign key (conference, document) references outcome_document
);

-- What delegations propose about a draft.
create table outcome_proposal (
  id uuid primary key,
  conference text not null,
  document text not null,
  draft int not null,
  party text not null references party,
  state text not null check (state in ('open', 'taken-up', 'not-taken-up', 'withdrawn')),
  content jsonb not null,
  at timestamptz not null,
  by text not null,
  answer text,
  answered_at timestamptz,
  answered_by text,
  foreign key (conference, document, draft) references outcome_draft
);
create index outcome_proposal_of on outcome_proposal (conference, document, draft);

-- How delegations stand to an adopted document: each act, in the order in which it was recorded.
create table outcome_position (
  conference text not null,
  document text not null,
  party text not null references party,
  position int not null,
  act text not null check (act in ('endorse', 'endorse-with-statement', 'dissociate', 'withdraw')),
  "on" date not null,
  statement jsonb,
  paragraphs jsonb not null,
  file uuid,
  -- Whether the secretariat recorded it from a note.
  by_note boolean not null,
  at timestamptz not null,
  by text not null,
  primary key (conference, document, party, position),
  foreign key (conference, document) references outcome_document
);

-- Who agreed for the host and for the United Nations that a draft is adopted.
create table outcome_sign_off (
  conference text not null,
  document text not null,
  draft int not null,
  side text not null check (side in ('host', 'un')),
  signed_by text not null,
  signed_at timestamptz not null,
  primary key (conference, document, draft, side, signed_by),
  foreign key (conference, document, draft) references outcome_draft
);
