create table badge_settings (
  conference text primary key references conference,
  version int not null check (version > 0),
  content jsonb not null
);

-- By which badges are signed. The private key never leaves the database; every door has the public one.
create table badge_key (
  conference text not null references conference,
  number int not null check (number between 1 and 255),
  public_key text not null,
  private_key text not null,
  made_at timestamptz not null,
  primary key (conference, number)
);

-- Badges, and cards that open one zone. Nothing in them says who bears them but the reference, which goes in time.
create table badge (
  id uuid primary key,
  conference text not null references conference,
  batch uuid not null,
  participant uuid references participant,
  party text references party,
  zone text,
  category text not null,
  code text not null,
  signed text not null,
  issued_at timestamptz not null,
  issued_by text not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  reason text check (reason in ('reissued', 'lost', 'withdrawn', 'decided', 'erased')),
  check ((revoked_at is null) = (reason is null)),
  unique (conference, code)
);
create index badge_conference on badge (conference, revoked_at);
create index badge_batch on badge (batch);
create unique index "badges.has-one" on badge (participant) where revoked_at is null and zone is null;
