-- Mails to proposers, participants and staff, and the inbox of demonstrations.

create sequence outbox_mail_id;

create table outbox_mail (
  id             bigint primary key,
  dedup_key      varchar(300) not null,
  kind           varchar(20)  not null,
  matter_no      varchar(40),
  community_code varchar(20),
  address        varchar(254) not null,
  name           varchar(120) not null,
  message_id     varchar(300) not null,
  subject        varchar(300) not null,
  text           text         not null,
  html           text         not null,
  invite         text,
  state          varchar(10)  not null check (state in ('PENDING', 'SENT', 'EXPIRED', 'BOUNCED', 'WITHHELD')),
  attempts       int          not null default 0,
  created_at     timestamptz  not null,
  due_at         timestamptz  not null,
  expires_at     timestamptz  not null,
  sent_at        timestamptz,
  -- a lease, not a due moment: it is measured by the database's own clock, whatever the training clock says
  claimed_until  timestamptz,
  claimed_by     varchar(40),
  last_error     varchar(500),
  -- what goes with a mail: file name, type and where its content is kept
  attachments    jsonb        not null default '[]',
  -- a mail a stranger caused is sent only so often to one address; what is withheld stays in sight of staff
  by_stranger    boolean      not null default false,
  unique (dedup_key, address)
);
create index outbox_mail_due on outbox_mail (due_at, id) where state = 'PENDING';
create index outbox_mail_matter on outbox_mail (matter_no);
create index outbox_mail_community on outbox_mail (community_code, id desc);

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
  written_at     timestamptz  not null
);
create index staff_mail_task on staff_mail (task_id);
create index staff_mail_key on staff_mail (dedup_key, address);

-- Which rungs of the ladder one mail tells of, where it tells of several.
create table staff_mail_line (
  token     varchar(32) not null references staff_mail,
  task_id   varchar(64) not null,
  kind      varchar(20) not null,
  matter_no varchar(40),
  primary key (token, task_id, kind)
);
create index staff_mail_line_matter on staff_mail_line (matter_no);

create table mail_opening (
  token      varchar(32) not null references staff_mail,
  account_id varchar(64) not null,
  opened_at  timestamptz not null,
  primary key (token, account_id)
);

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

-- The words of our mails as an administrator changed them, version by version; a version without words is the return to
-- the words we ship.
create table mail_text (
  kind       varchar(20)  not null,
  language   varchar(2)   not null check (language in ('zh', 'en')),
  version    int          not null,
  subject    varchar(300),
  body       text,
  changed_at timestamptz  not null,
  changed_by varchar(64)  not null,
  primary key (kind, language, version),
  check ((subject is null) = (body is null))
);

-- Mails that reached nobody: the address was refused, or there was none. Somebody calls instead and says so here.
create table phone_call (
  id             bigint generated always as identity primary key,
  mail_id        bigint unique,
  mail_key       varchar(300) not null,
  kind           varchar(20)  not null,
  matter_no      varchar(40),
  community_code varchar(20),
  account_id     varchar(64),
  name           varchar(120) not null,
  address        varchar(254) not null,
  subject        varchar(300) not null,
  reason         varchar(12)  not null check (reason in ('REFUSED', 'NO_ADDRESS')),
  noted_at       timestamptz  not null,
  done_at        timestamptz,
  done_by        varchar(64),
  remark         varchar(500),
  check ((done_at is null) = (done_by is null))
);
create unique index phone_call_without_mail on phone_call (account_id, mail_key) where mail_id is null;
create index phone_call_open on phone_call (community_code, id) where done_at is null;

-- What the embedded SMTP inbox of demonstrations and trainings received; one row per envelope recipient.
create table inbox_mail (
  id          bigint generated always as identity primary key,
  recipient   varchar(254) not null,
  sender      varchar(254) not null,
  subject     text         not null,
  headers     jsonb        not null,
  text        text         not null,
  html        text         not null,
  attachments jsonb        not null,
  raw         bytea        not null,
  received_at timestamptz  not null
);
create index inbox_mail_recipient on inbox_mail (lower(recipient));
create index inbox_mail_matter on inbox_mail ((headers ->> 'X-Qibu-Matter'));
