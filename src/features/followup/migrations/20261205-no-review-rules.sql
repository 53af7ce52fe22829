-- The time that parties have for their comment follows from the codebook alone; no deed ever wrote here.
drop table review_rules;
