-- Who is responsible for the personal data of a conference, where they are kept, and for how long.
create table privacy_notice (
  conference text primary key references conference,
  version int not null check (version > 0),
  content jsonb not null
);

create table privacy_notice_version (
  conference text not null references conference,
  version int not null,
  replaced_at timestamptz not null,
  replaced_by text not null,
  content jsonb not null,
  primary key (conference, version)
);
