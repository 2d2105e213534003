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
