-- Where two people must agree, who was the first, and on which version: a change since then asks both anew.
alter table participant add column agreed_by text;
alter table participant add column agreed_version int;
alter table participant add check ((agreed_by is null) = (agreed_version is null));
