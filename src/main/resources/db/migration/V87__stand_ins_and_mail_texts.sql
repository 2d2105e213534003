-- Who did a task for whom while that person was away.
create table stand_in (
  task_id     varchar(64) not null,
  account_id  varchar(64) not null,
  for_account varchar(64) not null,
  at          timestamptz not null,
  primary key (task_id, account_id)
);

alter table form_record add column on_behalf_of varchar(64);

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
