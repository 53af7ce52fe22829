-- When each job that comes by the clock was last asked for: whoever moves it on asks, so that it is asked for once.
create table scheduled (
  job text primary key,
  slot timestamptz not null
);
