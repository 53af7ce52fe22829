-- Of what a calculation is made: what is offered and sought at the conference, or what the record says of the edition.
alter table partnership_run
  add column basis text not null default 'offers' check (basis in ('offers', 'record')),
  -- What nobody said and somebody assumed, need by need.
  add column assumed jsonb,
  -- What is wrong with the data of which it was made.
  add column problems jsonb;
