-- A calculation over what a conference needs and what is offered: what it was made of, and what came out. With caveats,
-- which nobody but the secretariat and their authors ever reads.
create table partnership_run (
  id uuid primary key,
  conference text not null references conference,
  -- For «what if»: what it differs from, and by what.
  parent uuid references partnership_run,
  change jsonb,
  state text not null check (state in ('waiting', 'running', 'done', 'cancelled', 'failed')),
  as_of date not null,
  asked_by text not null,
  asked_at timestamptz not null,
  ended_at timestamptz,
  -- How far it is, as long as it runs.
  progress jsonb,
  -- Of what it was made of: the same input has the same digest.
  digest text,
  instance jsonb,
  solution jsonb,
  explanation jsonb,
  check ((parent is null) = (change is null)),
  check ((state = 'done') = (instance is not null and solution is not null and explanation is not null))
);
create index partnership_run_of on partnership_run (conference, asked_at desc);
