-- What units, support and people can be promised: a tree of stable codes, each a prefix of those below it.
create table capability (
  code text primary key,
  parent text references capability,
  position int not null,
  kind text not null check (kind in ('unit', 'support', 'individuals')),
  names jsonb not null,
  recipe jsonb,
  sizes_seen jsonb not null,
  check (parent is null or starts_with(code, parent || '.'))
);
create index capability_parent on capability (parent);

-- The categories in which an edition published its result, and how we map them to capabilities.
create table edition_category_set (
  conference text primary key references conference,
  basis jsonb not null,
  sources jsonb not null
);
create table edition_category (
  code text primary key,
  conference text not null references edition_category_set on delete cascade,
  position int not null,
  names jsonb not null,
  figures jsonb not null,
  capabilities jsonb not null
);
create index edition_category_conference on edition_category (conference, position);

-- Areas and priorities of Action for Peacekeeping, and themes that cross capabilities.
create table theme (
  scheme text not null check (scheme in ('a4p', 'a4p-plus', 'a4p-plus-cross-cutting', 'cross-cutting')),
  code text not null,
  number int not null,
  names jsonb not null,
  found_in jsonb not null,
  confirmed text not null check (confirmed in ('yes', 'partly', 'no', 'ours')),
  note jsonb,
  sources jsonb not null,
  primary key (scheme, code),
  unique (scheme, number)
);

-- Papers and statements that name what is needed; a paper of the series takes the place of the one before it.
create table requirement_paper (
  id text primary key,
  kind text not null check (kind in ('paper', 'statement')),
  date text not null,
  title jsonb not null,
  issuer jsonb not null,
  supersedes text references requirement_paper,
  conference text references conference,
  note jsonb,
  sources jsonb not null
);
create table requirement (
  id text primary key,
  paper text not null references requirement_paper on delete cascade,
  position int not null,
  side text not null check (side in ('need', 'supply')),
  words jsonb not null,
  -- Empty where the types are not stated in public.
  capabilities jsonb not null,
  -- Kind 'none' where no quantity is known: never zero.
  quantity jsonb not null,
  mission text references mission,
  scope text check (scope in ('generic-medium-mission', 'rapid-deployment', 'mission-start-up')),
  needed_by jsonb,
  urgency text check (urgency in ('critical', 'short', 'priority', 'foreseen', 'sought')),
  urgency_words jsonb,
  language text,
  components jsonb not null,
  addressed_to text references party,
  note jsonb,
  ours jsonb not null,
  sources jsonb not null
);
create index requirement_paper_position on requirement (paper, position);

-- What was said of a capability, the categories of an edition, a theme or a paper before it was replaced.
create table capability_past (
  id bigint generated always as identity primary key,
  subject text not null,
  replaced_at timestamptz not null,
  replaced_by text not null,
  content jsonb not null
);
create index capability_past_subject on capability_past (subject, id);
