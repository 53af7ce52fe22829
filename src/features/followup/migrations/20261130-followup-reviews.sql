-- Why a review was settled as it was, and by whom.
alter table review add column reason jsonb;
alter table review add column settled_at timestamptz;
alter table review add column settled_by text;

-- Each finds once.
create unique index assessment_review on assessment (review, reviewed_by) where review is not null;
