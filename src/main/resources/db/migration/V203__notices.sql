-- What is posted for a period, where it hangs, and who objects.

-- Postings for a period, and objections against them.
create table notice (
  id             bigint generated always as identity primary key,
  matter_no      varchar(30) not null references matter,
  community_code varchar(10) not null references community,
  kind           varchar(30) not null,
  title          varchar(200) not null,
  body           text not null,
  posted_at      timestamptz not null,
  posted_until   timestamptz not null,
  taken_down_at  timestamptz,
  -- a notice no model waits for: it comes down when its days are over, and nothing is decided anew because of it
  unattended     boolean not null default false,
  -- an end that was reached is kept where it was reached: a clock that goes back opens nothing again
  ended_at       timestamptz
);
create index notice_matter on notice (matter_no);
create index notice_hanging on notice (community_code, posted_until) where taken_down_at is null;
create index notice_ending on notice (posted_until) where ended_at is null;

-- Where a notice hangs, and what is known of an objection beside its text.
create table notice_channel (
  notice_id     bigint not null references notice,
  no            integer not null,
  channel       varchar(30) not null,
  place         varchar(100) not null default '',
  posted_at     timestamptz,
  posted_by     varchar(64),
  taken_down_at timestamptz,
  taken_down_by varchar(64),
  photo         uuid references matter_file,
  primary key (notice_id, no)
);

create table objection (
  id          bigint generated always as identity primary key,
  notice_id   bigint not null references notice,
  objector    varchar(100) not null,
  content     text not null,
  raised_at   timestamptz not null,
  upheld      boolean,
  answer      text,
  answered_at timestamptz,
  no          integer not null,
  objector_email varchar(254),
  objector_phone varchar(30),
  raised_by   varchar(64)
);
create index objection_notice on objection (notice_id);
