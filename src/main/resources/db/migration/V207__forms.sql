-- Forms while they are filled in, what they cost whoever fills them in, and models that cannot go on.

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
  -- what the request held, as SHA-256 of its values: the same key with other content is another matter and is refused
  content_sha256 varchar(64),
  primary key (user_id, request_id)
);
create index start_request_at on start_request (at);

-- When somebody opened a form they have not sent yet; one line per form and person.
create table form_opening (
  place     varchar(100) not null,
  account   varchar(64) not null,
  begun_at  timestamptz not null,
  seen_at   timestamptz not null,
  primary key (place, account)
);

-- What each form cost whoever sent it: the load on staff, never what was written.
create table form_load (
  id              bigint generated always as identity primary key,
  matter_no       varchar(30) not null references matter,
  community_code  varchar(10) not null references community,
  form            varchar(60) not null,
  task_key        varchar(100) not null,
  step            varchar(2) not null,
  account         varchar(64) not null,
  at              timestamptz not null,
  filled          int not null check (filled >= 0),
  kept            int not null check (kept between 0 and filled),
  seconds         int check (seconds >= 0)
);
create index form_load_period on form_load (community_code, at);
create index form_load_matter on form_load (matter_no);

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

-- what the program's own models held when it started last; told apart from what a process admin changed since
create table model_origin (
  file varchar(300) primary key,
  sha256 char(64) not null,
  at timestamptz not null
);

-- files of the program that a start did not put in force, since a process admin had changed what runs; told until somebody decides
create table model_conflict (
  file varchar(300) primary key,
  running char(64) not null,
  reason varchar(2000) not null default '',
  at timestamptz not null
);
