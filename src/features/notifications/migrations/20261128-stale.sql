-- How many texts of a conference were stale in a language when those who translate were last told.
create table notice_stale (
  conference text not null references conference,
  language text not null,
  count int not null,
  primary key (conference, language)
);
