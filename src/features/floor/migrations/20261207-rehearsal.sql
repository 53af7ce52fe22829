-- Rehearsals: lists of their own, beside those of the programme. Their sessions are in no programme.
alter table floor_list drop constraint floor_list_session_fkey;

create table floor_rehearsal (
  conference text not null references conference,
  -- The session of the rehearsal itself, and how addresses call it.
  session uuid not null,
  slug text not null,
  -- The session that is rehearsed, from which its title and place come.
  rehearses uuid not null references session,
  pace int not null check (pace > 0),
  audience text not null check (audience in ('desk', 'everybody')),
  begins timestamptz not null,
  -- The last deed before the play went on by itself; null: the desk does everything.
  plays_from int check (plays_from >= 0),
  primary key (conference, session),
  unique (conference, rehearses),
  unique (conference, slug)
);
