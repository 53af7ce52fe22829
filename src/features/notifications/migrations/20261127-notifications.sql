-- What somebody is told of a deed that concerns them. It names things and says nothing of their content: who may see
-- that is asked when they follow the notice.
create table notice (
  id uuid primary key,
  account uuid not null references person,
  kind text not null,
  -- As the journal names subjects, `pledge/KOR-2021-01`: what a letter of the same deed is about.
  about text not null,
  facts json not null,
  -- Where it leads, without a language.
  at text not null,
  -- As whom they are told: whoever holds that no longer gets no letter.
  seat json not null,
  told_at timestamptz not null,
  read_at timestamptz,
  -- How else they are told; `due`: when the letter leaves, null where none waits.
  mail text check (mail in ('digest', 'at-once')),
  due timestamptz,
  letter uuid
);
create index notice_account on notice (account, told_at desc, id desc);
create index notice_unread on notice (account) where read_at is null;
create index notice_due on notice (due, account) where due is not null;
create index notice_of_letter on notice (letter) where letter is not null;
create index notice_told on notice (told_at);

-- A letter that was asked for; what it says is written when it leaves.
create table notice_letter (
  id uuid primary key,
  account uuid not null references person,
  -- A kind of notices, or `digest`.
  kind text not null,
  at timestamptz not null
);

-- How somebody wants to be told of a kind of notices, where that is not the usual way.
create table notice_choice (
  account uuid not null references person,
  kind text not null,
  way text not null check (way in ('off', 'product', 'digest', 'at-once')),
  primary key (account, kind)
);

-- The hour of their day at which somebody gets the digest.
create table notice_hour (
  account uuid primary key references person,
  hour int not null check (hour between 0 and 23)
);

-- By which a letter of a kind can be stopped from the mail program, without signing in: whoever has the letter may.
create table notice_stop (
  token uuid primary key default gen_random_uuid(),
  account uuid not null references person,
  kind text not null,
  unique (account, kind)
);
