-- A pledge that is to be announced in a speech: until somebody has confirmed what was said there, nobody else announces
-- it, and no hour ends its embargo.
create table pledge_awaited (
  pledge text primary key references pledge on delete cascade,
  speech uuid not null
);
