-- Since when a matter that lapsed can be taken up no more; kept, so that a clock that goes back changes nothing.
alter table matter add column revival_over_at timestamptz;
create index matter_lapsed on matter (closed_at) where outcome = 'WITHDRAWN' and revival_over_at is null;
