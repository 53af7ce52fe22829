-- What translators wrote: each wording with the original that it was made from. The wordings that hold stand in the
-- texts themselves, with the features that own these.
create table translation (
  conference text not null references conference,
  -- The text among all, `conferences:themes.women.title`.
  key text not null,
  language text not null,
  position int not null check (position > 0),
  original text not null,
  source text not null,
  value text not null,
  status text not null check (status in ('translated', 'unofficial', 'machine')),
  at timestamptz not null,
  by text not null,
  -- The file that brought it; null where it was typed.
  file uuid,
  primary key (conference, key, language, position)
);

-- Which translator writes in which language.
create table translator_language (
  conference text not null references conference,
  account uuid not null references person,
  language text not null,
  at timestamptz not null,
  by text not null,
  primary key (conference, account, language)
);

-- Files that came back from translators' tools.
create table translation_file (
  file uuid primary key,
  conference text not null references conference,
  at timestamptz not null,
  by text not null,
  applied_at timestamptz,
  applied_by text,
  -- How many wordings it changed.
  changed int,
  check ((applied_at is null) = (changed is null))
);
create index translation_file_of on translation_file (conference, at desc);
