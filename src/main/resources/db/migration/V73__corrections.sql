-- How often a choice that sends a matter round again may be made in one matter; kept by an administrator.
-- The sentence is what a person reads when it is used up, {0} the number of times. An empty value stands for any,
-- counted by the step itself.
create table pass_limit (
  form     varchar(60) not null,
  field    varchar(60) not null,
  value    varchar(60) not null,
  most     int not null check (most >= 0),
  sentence varchar(200) not null,
  primary key (form, field, value)
);
insert into pass_limit values
  ('fix-agenda', 'decision', 'RETURN_FOR_STUDY', 2, '“决定”：已退回研究 {0} 次，请决定列入或不列入议题。'),
  ('handle-objection', 'returnTo', 'DECISION', 2, '“退回到哪一步”：因异议重新表决已有 {0} 次，请选择重新协商。'),
  ('handle-objection', 'returnTo', 'IMPLEMENTATION', 2, '“退回到哪一步”：因异议重新办理已有 {0} 次，请选择重新协商。'),
  ('inspect-matter', 'inspectionResult', 'REOPEN_IMPLEMENTATION', 1, '“处理”：督查后已重新办理过 {0} 次，请选择办结或转有关部门。'),
  ('progress', 'newDue', '', 3, '“申请延到哪一天”：这一项已申请延期 {0} 次，请填报完成，或注明做不成并写明理由。');

-- How often more time was asked for, granted or not.
alter table matter_action add column delays_asked int not null default 0;

-- A form its doer took back stays in the ledger and counts no longer.
alter table form_record add column corrected_at timestamptz;
alter table form_record add column corrected_by varchar(64);
alter table form_record add column corrected_reason varchar(500);
alter table form_record add column redo_task_id varchar(64);
create index form_record_redo on form_record (redo_task_id) where redo_task_id is not null;

-- What stood before the last form of a matter was submitted, so that it can be taken back while nothing was built on it.
create table last_submission (
  matter_no  varchar(30) primary key references matter,
  task_id    varchar(64) not null,
  at         timestamptz not null,
  before     text not null,
  after      text,
  content    jsonb not null
);
