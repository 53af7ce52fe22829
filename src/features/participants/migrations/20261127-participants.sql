-- Lists of participants, each as it was released; what it says of somebody who is erased is gone.
create table participant_list (
  conference text not null references conference,
  number int not null check (number > 0),
  state text not null check (state in ('prepared', 'published', 'set-aside')),
  audience text not null check (audience in ('public', 'participants')),
  note jsonb,
  prepared_at timestamptz not null,
  prepared_by text not null,
  published_at timestamptz,
  published_by text,
  primary key (conference, number),
  check ((state = 'published') = (published_at is not null))
);
create unique index "participants.prepared-already" on participant_list (conference) where state = 'prepared';

create table participant_list_line (
  conference text not null,
  number int not null,
  -- Null: only counted.
  participant uuid references participant,
  kind text not null,
  party text references party,
  named jsonb,
  foreign key (conference, number) references participant_list,
  check ((participant is null) = (named is null))
);
create index participant_list_line_of on participant_list_line (conference, number);
create index participant_list_line_person on participant_list_line (participant);

create table participant_list_sign_off (
  conference text not null,
  number int not null,
  side text not null check (side in ('host', 'un')),
  signed_by text not null,
  signed_at timestamptz not null,
  primary key (conference, number, side, signed_by),
  foreign key (conference, number) references participant_list
);
