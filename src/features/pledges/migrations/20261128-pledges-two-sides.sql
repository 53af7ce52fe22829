-- The secretariat may put right what was announced, and writes it apart: what a delegation prepares is its own.
alter table pledge_sketch add column side text not null default 'author'
  check (side in ('author', 'secretariat'));
alter table pledge_sketch drop constraint pledge_sketch_pkey;
alter table pledge_sketch add primary key (pledge, side);
