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

insert into notice_channel (notice_id, no, channel, posted_at, taken_down_at)
  select id, 1, 'PORTAL', posted_at, taken_down_at from notice;

alter table objection
  add column no              integer,
  add column objector_email  varchar(254),
  add column objector_phone  varchar(30),
  add column raised_by       varchar(64);

update objection set no = numbered.no
  from (select o.id, row_number() over (partition by n.matter_no order by o.id) as no
        from objection o join notice n on n.id = o.notice_id) numbered
  where numbered.id = objection.id;

alter table objection alter column no set not null;
create index objection_notice on objection (notice_id);
create index notice_hanging on notice (community_code, posted_until) where taken_down_at is null;
