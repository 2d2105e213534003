-- A notice no model waits for: it comes down when its days are over, and nothing is decided anew because of it.
alter table notice add column unattended boolean not null default false;
