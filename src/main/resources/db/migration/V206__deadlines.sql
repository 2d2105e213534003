-- Until when work has to be done, by which calendar, and what happens when it is late.

-- Days that differ from the plain week: public holidays and make-up working days.
create table calendar_day (
  day     date primary key,
  working boolean not null,
  name    varchar(60) not null
);

-- Years whose days off and make-up days an administrator entered as a whole; of other years the kept library's data count.
create table calendar_year (
  year        int primary key check (year between 2000 and 2999),
  source      varchar(200) not null,
  entered_at  timestamptz not null,
  entered_by  varchar(64) not null
);

-- Who changed the calendar, and how; day is empty where a whole year was entered.
create table calendar_change (
  id        bigint generated always as identity primary key,
  at        timestamptz not null,
  account   varchar(64) not null,
  year      int not null,
  day       date,
  was       varchar(100) not null,
  became    varchar(100) not null,
  source    varchar(200) not null default '',
  moved     int not null default 0
);
create index calendar_change_year on calendar_change (year, id);

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
  held_since       timestamptz,
  red              boolean not null default false
);
create index deadline_next on deadline (next_at) where state = 'OPEN' and held_since is null;
create index deadline_open on deadline (community_code, due_at) where state = 'OPEN';
create index deadline_matter on deadline (matter_no);

-- Every rung a late task stood on: once per task and due moment; a skipped one was overtaken by a higher.
create table deadline_rung (
  task_id varchar(64) not null references deadline,
  due_at  timestamptz not null,
  rung    varchar(20) not null,
  at      timestamptz not null,
  skipped boolean not null,
  told    text[] not null,
  primary key (task_id, due_at, rung)
);

-- A question of the supervision committee about a late task, to be answered in 15 days.
create table supervision_query (
  id             bigint generated always as identity primary key,
  task_id        varchar(64) not null references deadline,
  due_at         timestamptz not null,
  matter_no      varchar(30) not null references matter,
  community_code varchar(10) not null,
  task_name      varchar(255) not null,
  opened_at      timestamptz not null,
  answer_due     timestamptz not null,
  answer         text,
  answered_by    varchar(64),
  answered_at    timestamptz,
  unique (task_id, due_at)
);
create index supervision_query_matter on supervision_query (matter_no);
