-- Who presides over a session, of those who take part. Where nobody is named, every co-chair of the conference does.
create table floor_chair (
  conference text not null references conference,
  -- A session of the programme, or of a rehearsal.
  session uuid not null,
  account uuid not null references person,
  since timestamptz not null,
  named_by text not null,
  primary key (conference, session, account)
);
create index on floor_chair (account);
