-- The language of letters to somebody who has no focal point.
alter table participant add language text;
