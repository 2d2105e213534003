-- Who holds which office in a community, for mails that go to an office and not to a group.
create table office_holder (
  community_code varchar(10) not null references community,
  office         varchar(30) not null,
  account        varchar(64) not null,
  primary key (community_code, office, account)
);

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

alter table deadline add column red boolean not null default false;
update deadline set next_at = created_at where state = 'OPEN' and next_at is null;
