-- Letters wait here from the commit that caused them until a mail server has taken them.
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
  state          varchar(10)  not null check (state in ('PENDING', 'SENT', 'EXPIRED', 'BOUNCED')),
  attempts       int          not null default 0,
  created_at     timestamptz  not null,
  due_at         timestamptz  not null,
  expires_at     timestamptz  not null,
  sent_at        timestamptz,
  -- a lease, not a due moment: it is measured by the database's own clock, whatever the training clock says
  claimed_until  timestamptz,
  claimed_by     varchar(40),
  last_error     varchar(500),
  unique (dedup_key, address)
);

create index outbox_mail_due on outbox_mail (due_at, id) where state = 'PENDING';
create index outbox_mail_matter on outbox_mail (matter_no);
create index outbox_mail_community on outbox_mail (community_code, id desc);
