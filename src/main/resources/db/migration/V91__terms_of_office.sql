-- An office is held from a day to a day, both included; every term stays, so that one can look up whom a mail went to.
-- No first day: held since before terms were kept. No last day: until somebody ends it.
alter table office_holder drop constraint office_holder_pkey;
alter table office_holder
  add column id bigint generated always as identity primary key,
  add column from_day date,
  add column to_day date,
  -- withdrawn before it began
  add column called_off boolean not null default false,
  add column entered_at timestamptz,
  add column entered_by varchar(64),
  add column changed_at timestamptz,
  add column changed_by varchar(64),
  add constraint office_holder_days check (called_off or to_day >= from_day);
create index office_holder_office on office_holder (community_code, office);

-- Who entered and who ended a time away, where it was not the person themselves.
alter table absence
  add column entered_by varchar(64),
  add column ended_by varchar(64);
