-- How each member of staff wants to be written to; whoever never chose has no row.
create table mail_choice (
  account_id  varchar(64) primary key,
  language    varchar(2)  not null check (language in ('zh', 'en')),
  new_tasks   varchar(10) not null check (new_tasks in ('FITTING', 'AT_ONCE', 'DIGEST', 'OFF')),
  reminders   varchar(10) not null check (reminders in ('AT_ONCE', 'DIGEST')),
  digest_hour int         not null check (digest_hour between 0 and 23),
  unclaimed   boolean     not null,
  changed_at  timestamptz not null
);

-- What waits for somebody's daily mail.
create table digest_line (
  account_id     varchar(64)  not null,
  line_key       varchar(300) not null,
  kind           varchar(20)  not null,
  matter_no      varchar(40),
  community_code varchar(20),
  task_id        varchar(64),
  said           jsonb        not null,
  noted_at       timestamptz  not null,
  sent_on        date,
  primary key (account_id, line_key)
);

create index digest_line_waiting on digest_line (account_id, noted_at) where sent_on is null;

-- One daily mail per person and day, however many nodes and restarts: whoever writes the row writes the mail.
create table digest_day (
  account_id varchar(64) not null,
  day        date        not null,
  primary key (account_id, day)
);

-- Which account a mail of the outbox was meant for; the token stands in its link, so that an opening can be told.
create table staff_mail (
  token          varchar(32)  primary key,
  dedup_key      varchar(300) not null,
  address        varchar(254) not null,
  account_id     varchar(64)  not null,
  stands_in_for  varchar(64),
  kind           varchar(20)  not null,
  matter_no      varchar(40),
  task_id        varchar(64),
  written_at     timestamptz  not null,
  unique (dedup_key, address)
);

create index staff_mail_task on staff_mail (task_id);

create table mail_opening (
  token      varchar(32) not null references staff_mail,
  account_id varchar(64) not null,
  opened_at  timestamptz not null,
  primary key (token, account_id)
);

-- Who is away, and who does their work meanwhile; the days in China, both included.
create table absence (
  id         bigint generated always as identity primary key,
  account_id varchar(64)  not null,
  deputy_id  varchar(64)  not null,
  from_day   date         not null,
  to_day     date         not null,
  note       varchar(200) not null,
  entered_at timestamptz  not null,
  ended_at   timestamptz,
  check (to_day >= from_day),
  check (deputy_id <> account_id)
);

create index absence_account on absence (account_id, to_day) where ended_at is null;
create index absence_deputy on absence (deputy_id, to_day) where ended_at is null;
