-- Papers are records of the moment: the text is kept when its event happens, a file is made of it when it is first needed.
create table matter_paper (
  id        uuid primary key,
  matter_no varchar(30)  not null references matter,
  kind      varchar(20)  not null,
  no        int          not null,
  edition   varchar(10)  not null check (edition in ('STAFF', 'PUBLIC')),
  made_at   timestamptz  not null,
  title     text         not null,
  file_name varchar(200) not null,
  content   jsonb        not null,
  unique (matter_no, kind, no, edition)
);

create table matter_paper_file (
  paper_id uuid        not null references matter_paper (id),
  format   varchar(4)  not null check (format in ('docx', 'pdf')),
  made_at  timestamptz not null,
  content  bytea       not null,
  sha256   char(64)    not null,
  primary key (paper_id, format)
);

-- what goes with a mail: file name, type and where its content is kept
alter table outbox_mail add column attachments jsonb not null default '[]';
