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
  taken_down_at  timestamptz
);
create index notice_matter on notice (matter_no);

create table objection (
  id          bigint generated always as identity primary key,
  notice_id   bigint not null references notice,
  objector    varchar(100) not null,
  content     text not null,
  raised_at   timestamptz not null,
  upheld      boolean,
  answer      text,
  answered_at timestamptz
);
