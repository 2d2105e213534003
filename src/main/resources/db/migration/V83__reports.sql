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
