-- What a party would give: announced for an occasion, or there until it is taken back.
create table offer (
  id uuid primary key,
  conference text not null references conference,
  party text not null references party,
  -- With its caveats, which nobody but the party and the secretariat ever reads.
  terms jsonb not null,
  version int not null check (version > 0),
  by text not null check (by in ('party', 'secretariat')),
  made_at timestamptz not null,
  changed_at timestamptz not null,
  -- Null where the secretariat entered it and the party has not confirmed it.
  confirmed_at timestamptz,
  withdrawn_at timestamptz,
  check (by = 'secretariat' or confirmed_at is not null)
);
create index offer_of on offer (conference, party);

-- What was done to it, by which side and when, and what it said from then on.
create table offer_deed (
  offer uuid not null references offer,
  version int not null,
  at timestamptz not null,
  by text not null,
  side text not null check (side in ('party', 'secretariat')),
  deed text not null check (deed in ('make', 'change', 'renew', 'confirm', 'withdraw')),
  terms jsonb not null,
  primary key (offer, version)
);

-- What a conference seeks, as the secretariat makes it ready to be set against offers.
create table conference_need (
  id uuid primary key,
  conference text not null references conference,
  terms jsonb not null,
  version int not null check (version > 0),
  changed_at timestamptz not null,
  -- Null as long as it is sought.
  dropped_at timestamptz
);
create index conference_need_of on conference_need (conference);

-- What makes up one whole unit of a capability, as the secretariat assumes it for a conference.
create table conference_recipe (
  conference text not null references conference,
  capability text not null,
  alternatives jsonb not null,
  version int not null check (version > 0),
  primary key (conference, capability)
);

-- Who wants to be told of what is offered or sought; `*` is every capability.
create table offer_subscription (
  account uuid not null,
  conference text not null references conference,
  side text not null check (side in ('offered', 'sought')),
  capability text not null,
  since timestamptz not null,
  primary key (account, conference, side, capability)
);
create index offer_subscription_of on offer_subscription (conference, side);
