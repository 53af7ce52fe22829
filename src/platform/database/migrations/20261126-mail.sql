-- Every letter that leaves, or would leave if there were a mail server: once for each errand, kind, matter and address.
create table mail (
  id uuid primary key,
  errand text not null,
  kind text not null,
  about text not null default '',
  address text not null,
  name text,
  language text not null,
  zone text,
  subject text not null,
  -- Both null once a confidential letter has left.
  text text,
  html text,
  reply_to jsonb,
  unsubscribe text,
  confidential boolean not null,
  state text not null check (state in ('waiting', 'sent', 'failed')),
  kept_at timestamptz not null,
  -- When it is tried next; a process that tries puts it off meanwhile, so that no other tries too.
  due timestamptz check ((due is null) = (state <> 'waiting')),
  give_up timestamptz not null,
  attempts integer not null default 0,
  trouble text,
  -- What the mail server answered.
  said text,
  sent_at timestamptz check ((sent_at is not null) = (state = 'sent')),
  message_id text
);
create unique index mail_once on mail (errand, kind, about, lower(address));
create index mail_due on mail (due) where state = 'waiting';
create index mail_kept on mail (kept_at desc, id desc);

-- The same paper goes to many: it is kept once, under its SHA-256.
create table mail_paper (
  digest text primary key,
  bytes bytea not null
);

create table mail_attachment (
  mail uuid not null references mail on delete cascade,
  position integer not null,
  name text not null,
  type text not null,
  digest text not null references mail_paper,
  primary key (mail, position)
);
create index mail_attachment_digest on mail_attachment (digest);
