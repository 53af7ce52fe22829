-- Lists of speakers. A list is the fold of its deeds (decision 028): nothing else says who stands where.
create table floor_preset (
  id text primary key,
  position int not null,
  content jsonb not null
);

-- One list of a session, and how far it is: what an overview needs without the fold.
create table floor_list (
  conference text not null references conference,
  session uuid not null references session,
  seq int not null check (seq > 0),
  meeting text not null check (meeting in ('before', 'running', 'suspended', 'adjourned')),
  primary key (conference, session)
);

-- What happened, in its order; only ever added to. Codes and identifiers: no names of people.
create table floor_deed (
  conference text not null,
  session uuid not null,
  seq int not null check (seq > 0),
  at timestamptz not null,
  what text not null,
  hand text not null check (hand in ('desk', 'delegation')),
  data jsonb not null,
  by text not null,
  -- What the desk adds in its own words; for the secretariat alone, and not part of the fold.
  note text,
  primary key (conference, session, seq),
  foreign key (conference, session) references floor_list
);

-- Who speaks, beside the list: erased when their time is over, while the list stays what it was.
create table floor_speaker (
  speech uuid primary key,
  conference text not null,
  session uuid not null,
  party text not null references party,
  -- The member of the delegation, where it is one who is named there.
  participant uuid,
  content jsonb,
  -- The group in whose name they speak.
  on_behalf_of text,
  foreign key (conference, session) references floor_list
);
create index floor_speaker_list on floor_speaker (conference, session);
create index floor_speaker_participant on floor_speaker (participant);
