-- An offer that was taken over from an earlier conference of the series waits for its party to confirm it anew.
alter table offer add column taken_from uuid references offer;
alter table offer drop constraint offer_check;
alter table offer add constraint offer_confirmed_by_its_party
  check (by = 'secretariat' or confirmed_at is not null or taken_from is not null);
-- Once at each conference.
create unique index on offer (conference, taken_from);

alter table offer_deed drop constraint offer_deed_deed_check;
alter table offer_deed add constraint offer_deed_deed_check
  check (deed in ('make', 'change', 'renew', 'confirm', 'withdraw', 'take-over'));

-- How many days before which last day the party was reminded of it, each once: a renewed offer has another last day.
create table offer_reminder (
  offer uuid not null references offer,
  until text not null,
  days int not null check (days > 0),
  at timestamptz not null,
  primary key (offer, until, days)
);
