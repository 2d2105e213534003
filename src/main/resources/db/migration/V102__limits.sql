-- How often something happened to a subject, of which only the SHA-256 is kept: moments in milliseconds, oldest first.
create table rate_limit (
  name      varchar(40) not null,
  subject   char(64)    not null,
  hits      bigint[]    not null,
  forget_at bigint      not null,
  primary key (name, subject)
);

create index rate_limit_forget on rate_limit (forget_at);

-- Tries at a password, by account and network address together, in milliseconds of the machine's own clock.
create table login_try (
  subject   char(64) primary key,
  tries     int      not null,
  last_at   bigint   not null
);

create index login_try_last on login_try (last_at);

-- A mail a stranger caused is sent only so often to one address; what is withheld stays in sight of staff.
alter table outbox_mail drop constraint outbox_mail_state_check;
alter table outbox_mail add constraint outbox_mail_state_check
  check (state in ('PENDING', 'SENT', 'EXPIRED', 'BOUNCED', 'WITHHELD'));
alter table outbox_mail add column by_stranger boolean not null default false;
