-- places in running processes that cannot go on because of their model: each once, until it went on
create table process_fault (
  id bigint generated always as identity primary key,
  matter_no varchar(30),
  community_code varchar(20),
  place varchar(200) not null,
  task_name varchar(300) not null default '',
  process_key varchar(100) not null,
  version int not null,
  reason varchar(500) not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  times int not null,
  solved_at timestamptz
);
create unique index process_fault_open on process_fault (place) where solved_at is null;
