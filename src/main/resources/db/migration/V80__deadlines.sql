-- Until when each user task has to be done; one row a task, kept after it ended.
create table deadline (
  task_id          varchar(64) primary key,
  task_key         varchar(255) not null,
  task_name        varchar(255) not null,
  process_key      varchar(255) not null,
  matter_no        varchar(64),
  community_code   varchar(64),
  assignee         varchar(255),
  candidate_groups text[] not null,
  candidate_users  text[] not null,
  urgency          varchar(20) not null,
  created_at       timestamptz not null,
  -- the time given: so many units from that moment; no unit where a model gave the moment itself
  counted_from     timestamptz not null,
  amount           int not null,
  unit             varchar(20) check (unit in ('WORKING_DAYS','DAYS','HOURS')),
  due_at           timestamptz not null,
  state            varchar(10) not null default 'OPEN' check (state in ('OPEN','DONE')),
  ended_at         timestamptz,
  -- how high it climbed on the ladder for this due moment, and when the next rung falls due
  level            int not null default 0,
  next_at          timestamptz,
  -- since when its matter is suspended
  held_since       timestamptz
);
create index deadline_next on deadline (next_at) where state = 'OPEN' and held_since is null;
create index deadline_open on deadline (community_code, due_at) where state = 'OPEN';
create index deadline_matter on deadline (matter_no);
