-- What was promised, in its last wording. Columns beside the terms are worked out from terms and history when either
-- is saved, so that lists can be filtered and searched by an index.
create table pledge (
  id text primary key,
  conference text references conference,
  lead text references party,
  state text not null
    check (state in ('draft', 'submitted', 'returned', 'accepted', 'announced', 'withdrawn')),
  audience text not null check (audience in ('public', 'participants', 'parties', 'secretariat')),
  -- As far as it is known: 2021, 2021-12 or 2021-12-07.
  announced_on text,
  -- The day until which public sources were read; null where the parties keep the record themselves.
  as_of date,
  version int not null check (version > 0),
  terms jsonb not null,
  -- `edition:seoul2021`, `party:KOR`, `part:KOR:equipment`, `capability:aviation`, …; see find/facets.ts. These and the
  -- words hold what everybody may see: nothing, of a pledge that is not listed.
  facets text[] not null,
  -- Words and, of Chinese and Korean, pairs of signs; see find/search.ts.
  words tsvector not null,
  -- The last day on which anything beyond the announcement was reported in public.
  reported_on date,
  -- Who sees it is in the list of everybody.
  listed boolean generated always as (
    audience = 'public' and (state = 'announced' or (state = 'withdrawn' and announced_on is not null))
  ) stored,
  -- The number of the last change among all pledges: whoever keeps them in memory asks for what came after.
  change bigint not null
);
-- A list looks at facets and never at terms: what is wide stands beside the table, so that a scan of it is short.
alter table pledge set (toast_tuple_target = 256);
alter table pledge alter column facets set storage main;
create index pledge_facets on pledge using gin (facets);
create index pledge_words on pledge using gin (words);
create index pledge_lead on pledge (lead, id) where listed;
create index pledge_conference on pledge (conference, id);
-- In the orders of the list, newest first.
create index pledge_reported on pledge (reported_on desc nulls last, id collate "C") where listed;
create index pledge_announced on pledge (announced_on desc nulls last, id collate "C") where listed;
create index pledge_change on pledge (change);
-- Files of all pledges go by code points.
create index pledge_key on pledge (id collate "C");

-- How many listed pledges have a facet: what a filter can offer.
create table pledge_facet (
  facet text primary key,
  kind text not null generated always as (split_part(facet, ':', 1)) stored,
  pledges int not null
);
create index pledge_facet_kind on pledge_facet (kind) where pledges > 0;

-- Identifiers that are no longer pledges, and why; they are not given again.
create table pledge_retired (
  id text primary key,
  why jsonb not null
);

-- What a pledge said before it was amended, and why it was.
create table pledge_version (
  pledge text not null references pledge,
  version int not null,
  replaced_at timestamptz not null,
  replaced_by text not null,
  why jsonb,
  content jsonb not null,
  primary key (pledge, version)
);

-- The two axes, delivery and readiness: dated reports, never added up.
create table pledge_event (
  pledge text not null references pledge,
  axis text not null check (axis in ('delivery', 'readiness')),
  position int not null,
  "on" text,
  audience text not null,
  content jsonb not null,
  recorded_at timestamptz not null,
  recorded_by text not null,
  primary key (pledge, axis, position)
);

create index pledge_event_key on pledge_event (pledge collate "C", axis, position);

-- Every deed done to a record: moved, consented to, confirmed.
create table pledge_deed (
  pledge text not null references pledge,
  position int not null,
  deed text not null,
  at timestamptz not null,
  by text not null,
  party text references party,
  note jsonb,
  primary key (pledge, position)
);

-- One row: the number of the last change.
create table pledge_ledger (
  single boolean primary key default true check (single),
  change bigint not null
);
insert into pledge_ledger (change) values (0);
