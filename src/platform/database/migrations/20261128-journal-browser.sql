-- For whoever looks for entries of a deed, of a conference, or of some days; entries come in the order of their times.
create index journal_action on journal (action collate "C", seq);
create index journal_conference on journal (conference, seq);
create index journal_at on journal using brin (at);
