-- A programme as somebody handed it in, until it is imported or a month has passed: pasted, or as a file.
create table programme_text (
  id uuid primary key,
  conference text not null references conference,
  -- Null where it is a file.
  text text,
  file uuid,
  -- What the person says of it where the text does not.
  hints json not null,
  made_by text not null,
  made_at timestamptz not null,
  check ((text is null) <> (file is null))
);
create index programme_text_made on programme_text (conference, made_at);
