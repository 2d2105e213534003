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
  opened_by           varchar(64) not null,
  completed_at        timestamptz,
  closed_at           timestamptz
);
create index matter_community on matter (community_code, opened_at desc);
create index matter_place on matter (community_code, location);

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
  content    jsonb not null
);
create index form_record_matter on form_record (matter_no, id);

-- Rows entered on the matter's page before the task that needs them is completed.
create table draft_rows (
  matter_no  varchar(30) not null references matter,
  field      varchar(40) not null,
  content    jsonb not null,
  at         timestamptz not null,
  actor      varchar(64) not null,
  primary key (matter_no, field)
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
  text             varchar(500) not null,
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
  primary key (matter_no, cycle, no)
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
  actor        varchar(64) not null
);
create index matter_file_matter on matter_file (matter_no);
