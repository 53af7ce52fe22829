-- What the next release will say of itself, and to whom by letter: written and read before it goes.
create table programme_prepared (
  conference text primary key references conference,
  note json not null,
  letter json,
  made_by text not null,
  made_at timestamptz not null
);
