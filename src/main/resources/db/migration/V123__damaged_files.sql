-- Files and papers whose bytes are not those that were kept: found when somebody asked for them.
create table damaged_file (
  id        uuid primary key,
  matter_no varchar(30) not null,
  name      varchar(250) not null,
  found_at  timestamptz not null
);
