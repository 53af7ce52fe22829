-- Links to somebody's own data that were sent to the address that their delegation gave of them; of each only a digest.
create table own_data_link (
  digest text primary key,
  participant uuid not null references participant on delete cascade,
  at timestamptz not null
);
create index own_data_link_participant on own_data_link (participant, at);
