-- Who looks after which delegations.
create table liaison_officer (
  id uuid primary key,
  conference text not null references conference,
  version int not null check (version > 0),
  content jsonb not null
);
create index liaison_officer_of on liaison_officer (conference);

-- When and where a delegation arrives or leaves.
create table arrival (
  id uuid primary key,
  conference text not null references conference,
  party text not null references party,
  version int not null check (version > 0),
  day date not null,
  content jsonb not null,
  officer uuid references liaison_officer,
  state text not null check (state in ('announced', 'met', 'cancelled'))
);
create index arrival_of on arrival (conference, day);
create index arrival_party on arrival (conference, party);

-- Letters with which members of delegations apply for a visa; the letter is printed from what is kept of the person.
create table visa_letter (
  id uuid primary key,
  conference text not null references conference,
  participant uuid not null references participant,
  number int not null,
  language text not null,
  issued_at timestamptz not null,
  issued_by text not null,
  unique (conference, number),
  unique (participant, language)
);
