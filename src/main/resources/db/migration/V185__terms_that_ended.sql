-- A term of office that was over stays over when the clock goes back: nobody is told of late work for an office of old.
alter table office_holder add column ended_at timestamptz;
