-- How often somebody may still try something. Unlogged: after a crash everybody begins anew.
create unlogged table budget (
  -- A digest: whoever reads the table learns no address.
  key text primary key,
  tokens float8 not null,
  at timestamptz not null,
  granted boolean not null
);
create index budget_at on budget (at);
