-- Of which deed a letter comes, by the journal's id of its entry: an act that reaches many can say how far it is.
alter table mail add column deed uuid;
create index mail_deed on mail (deed, state) where deed is not null;
