-- An end that was reached is kept where it was reached: a clock that goes back opens nothing again.
alter table poll add column closed_at timestamptz;
alter table notice add column ended_at timestamptz;
create index poll_closing on poll (closes_at) where closed_at is null and opened_at is not null;
create index notice_ending on notice (posted_until) where ended_at is null;
