-- Half-filled forms, one per place and person. A place is the id of a task, or 'start:' and the key of a process that
-- starts with a form. ended_at: when the task ended without this person completing it; what they had typed stays readable
-- to them for a few days.
create table task_draft (
  place      varchar(100) not null,
  user_id    varchar(64) not null,
  content    jsonb not null,
  words      text not null,
  saved_at   timestamptz not null,
  ended_at   timestamptz,
  primary key (place, user_id)
);
create index task_draft_ended on task_draft (ended_at) where ended_at is not null;

-- Requests to start a matter that carried a key of their own: the same key starts one matter, however often it arrives.
create table start_request (
  user_id    varchar(64) not null,
  request_id varchar(64) not null,
  matter_no  varchar(30),
  at         timestamptz not null,
  primary key (user_id, request_id)
);
create index start_request_at on start_request (at);
