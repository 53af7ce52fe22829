-- An archive gives conferences back in the order of their identifiers: a meeting may come before what it prepares.
alter table conference drop constraint conference_parent_fkey;
alter table conference add constraint "conferences.unknown-parent"
  foreign key (parent) references conference deferrable initially deferred;
