-- Addresses of other systems that are told what has become public here.
create table webhook_endpoint (
  id uuid primary key,
  name text not null,
  address text not null,
  -- '*': of every conference.
  conference text not null,
  kinds text[] not null,
  -- Needed to sign, and shown to nobody again. The former one signs as well until its time is over.
  secret text not null,
  former_secret text,
  former_until timestamptz,
  state text not null check (state in ('enabled', 'disabled', 'removed')),
  -- Why it is disabled: by somebody, or because it did not answer for days, or said that it is gone.
  reason text check (reason in ('by-hand', 'no-answer', 'gone')),
  registered_at timestamptz not null,
  registered_by text not null,
  -- Since when no delivery has arrived; null: the last one did.
  failing_since timestamptz,
  is_gone boolean not null default false,
  tried_at timestamptz,
  leased_until timestamptz,
  check ((state = 'disabled') = (reason is not null))
);

-- What happened, and what is told of it: written when it is due, from what everybody may see then.
create table webhook_event (
  id uuid primary key,
  kind text not null,
  conference text,
  dataset text,
  key text,
  happened_at timestamptz not null,
  -- Not before it can no longer be undone.
  due timestamptz not null,
  published_at timestamptz,
  -- Null while it waits, and for good where nothing of it became public.
  payload text
);
create index webhook_event_due on webhook_event (due) where published_at is null;
create index webhook_event_published on webhook_event (published_at);

create table webhook_delivery (
  id uuid primary key,
  endpoint uuid not null references webhook_endpoint,
  event uuid not null references webhook_event on delete cascade,
  state text not null check (state in ('waiting', 'delivered', 'failed')),
  due timestamptz not null,
  attempts int not null default 0,
  tried_at timestamptz,
  -- What the other side answered, or why it could not.
  status int,
  trouble text,
  unique (endpoint, event)
);
create index webhook_delivery_due on webhook_delivery (endpoint, due) where state = 'waiting';
create index webhook_delivery_page on webhook_delivery (endpoint, due desc);
create index webhook_delivery_event on webhook_delivery (event);
