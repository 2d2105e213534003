-- The matter, what was submitted and decided in it, and what is kept with it.

-- The matter: what travels through the seven steps.
create table matter_sequence (
  community_code varchar(10) not null references community,
  year           int not null,
  last_number    int not null,
  primary key (community_code, year)
);

create table matter (
  matter_no           varchar(30) primary key,
  community_code      varchar(10) not null references community,
  title               varchar(200) not null,
  description         text not null,
  location            varchar(200) not null,
  building_no         varchar(40) not null default '',
  unit_no             varchar(40) not null default '',
  channel             varchar(20) not null,
  happened_on         date,
  affected_households bigint,
  proposer_name       varchar(100) not null,
  proposer_phone      varchar(40) not null default '',
  proposer_email      varchar(254) not null default '',
  proposer_anonymous  boolean not null default false,
  proposer_account    varchar(64),
  receipt             varchar(40) not null unique,
  step                varchar(2) not null,
  status              varchar(20) not null,
  outcome             varchar(20),
  merged_into         varchar(30) references matter,
  track               varchar(10),
  matter_type         varchar(40),
  urgency             varchar(20),
  level               varchar(20),
  round               int not null default 1,
  adjourned           int not null default 0,
  cycle               int not null default 1,
  reopened            int not null default 0,
  lead_unit           varchar(40),
  opened_at           timestamptz not null,
  opened_by           varchar(64),
  completed_at        timestamptz,
  closed_at           timestamptz,
  -- since when a matter that lapsed can be taken up no more; kept, so that a clock that goes back changes nothing
  revival_over_at     timestamptz,
  -- what staff look for in the register, as it is compared; the slashes keep its parts apart
  search_key          text generated always as (comparison_key(
  matter_no || '/' || title || '/' || location || '/' || coalesce(proposer_name, '') || '/' || coalesce(building_no, '')
  || '/' || coalesce(unit_no, '') || '/' || coalesce(proposer_phone, ''))) stored,
  -- the title everybody may read, confirmed by staff; null until then, and a neutral one is shown
  public_title        varchar(200)
);
create index matter_community on matter (community_code, opened_at desc);
create index matter_lapsed on matter (closed_at) where outcome = 'WITHDRAWN' and revival_over_at is null;
-- How often a place was complained of is counted by the place as it is compared; nothing looks for it as it was written.
create index matter_same_place on matter (community_code, comparison_key(location), opened_at);

create table matter_event (
  id         bigint generated always as identity primary key,
  matter_no  varchar(30) not null references matter,
  at         timestamptz not null,
  actor      varchar(64),
  step       varchar(2) not null,
  kind       varchar(40) not null,
  args       jsonb not null default '{}',
  public     boolean not null default true
);
create index matter_event_matter on matter_event (matter_no, id);

-- what the fields of a form were called when it was submitted; every wording once, kept as text so that its order stays
create table form_labels (
  sha256 char(64) primary key,
  labels json not null
);

-- What was submitted, form by form; the only place where filled-in texts live.
create table form_record (
  id         bigint generated always as identity primary key,
  matter_no  varchar(30) not null references matter,
  form       varchar(60) not null,
  task_key   varchar(100) not null,
  task_id    varchar(64),
  step       varchar(2) not null,
  cycle      int not null,
  round      int not null,
  at         timestamptz not null,
  actor      varchar(64),
  content    jsonb not null,
  -- a form its doer took back stays in the ledger and counts no longer
  corrected_at timestamptz,
  corrected_by varchar(64),
  corrected_reason varchar(500),
  redo_task_id varchar(64),
  on_behalf_of varchar(64),
  labels     char(64) references form_labels
);
create index form_record_matter on form_record (matter_no, id);
create index form_record_redo on form_record (redo_task_id) where redo_task_id is not null;

-- Rows entered on the matter's page before the task that needs them is completed.
create table draft_rows (
  matter_no  varchar(30) not null references matter,
  field      varchar(40) not null,
  content    jsonb not null,
  at         timestamptz not null,
  actor      varchar(64) not null,
  primary key (matter_no, field)
);

-- What stood before the last form of a matter was submitted, so that it can be taken back while nothing was built on it.
create table last_submission (
  matter_no  varchar(30) primary key references matter,
  task_id    varchar(64) not null,
  at         timestamptz not null,
  before     text not null,
  after      text,
  content    jsonb not null
);

-- Who did a task for whom while that person was away.
create table stand_in (
  task_id     varchar(64) not null,
  account_id  varchar(64) not null,
  for_account varchar(64) not null,
  at          timestamptz not null,
  primary key (task_id, account_id)
);

create table matter_party (
  matter_no        varchar(30) not null references matter,
  person_no        varchar(40) not null,
  party            varchar(20) not null,
  voice            boolean not null,
  vote             boolean not null,
  heavily_affected boolean not null,
  primary key (matter_no, person_no)
);

create table matter_follower (
  matter_no  varchar(30) not null references matter,
  name       varchar(100) not null,
  email      varchar(254) not null default '',
  phone      varchar(40) not null default '',
  from_matter varchar(30) not null,
  primary key (matter_no, from_matter)
);

create table matter_action (
  matter_no        varchar(30) not null references matter,
  cycle            int not null,
  no               int not null,
  text             varchar(2000) not null,
  owner_id         varchar(64) not null default '',
  start_on         date,
  due_on           date,
  budget           numeric(14,2),
  joint_kind       varchar(30),
  needs_volunteers boolean not null default false,
  progress         int not null default 0,
  state            varchar(20) not null default 'OPEN' check (state in ('OPEN','DONE','IMPOSSIBLE')),
  actual_cost      numeric(14,2),
  delays           int not null default 0,
  asked_due        date,
  done_at          timestamptz,
  -- a matter can be planned more than once, even in one cycle (a re-opening, an overrun); every plan stays on file
  plan_no          int not null default 1,
  -- how often more time was asked for, granted or not
  delays_asked     int not null default 0,
  primary key (matter_no, plan_no, no)
);

create table matter_file (
  id           uuid primary key,
  matter_no    varchar(30) not null references matter,
  kind         varchar(40) not null,
  name         varchar(200) not null,
  content_type varchar(100) not null,
  size         bigint not null,
  sha256       varchar(64) not null,
  content      bytea not null,
  at           timestamptz not null,
  actor        varchar(64) not null,
  -- a small version of each picture, for lists
  preview      bytea
);
create index matter_file_matter on matter_file (matter_no);
create index matter_file_actor on matter_file (actor, at);

-- Files and papers whose bytes are not those that were kept: found when somebody asked for them.
create table damaged_file (
  id        uuid primary key,
  matter_no varchar(30) not null,
  name      varchar(250) not null,
  found_at  timestamptz not null
);

-- What the file of a matter (一事一档) holds, as found when it was assembled.
create table archive_item (
  matter_no  varchar(30) not null references matter,
  item       varchar(30) not null,
  state      varchar(20) not null check (state in ('PRESENT','NOT_APPLICABLE','MISSING','EXPLAINED')),
  reason     varchar(1000) not null default '',
  checked_at timestamptz not null,
  primary key (matter_no, item)
);

-- Papers are records of the moment: the text is kept when its event happens, a file is made of it when it is first needed.
create table matter_paper (
  id        uuid primary key,
  matter_no varchar(30)  not null references matter,
  kind      varchar(20)  not null,
  no        int          not null,
  edition   varchar(10)  not null check (edition in ('STAFF', 'PUBLIC')),
  made_at   timestamptz  not null,
  title     text         not null,
  file_name varchar(200) not null,
  content   jsonb        not null,
  unique (matter_no, kind, no, edition)
);

create table matter_paper_file (
  paper_id uuid        not null references matter_paper (id),
  format   varchar(4)  not null check (format in ('docx', 'pdf')),
  made_at  timestamptz not null,
  content  bytea       not null,
  sha256   char(64)    not null,
  primary key (paper_id, format)
);
