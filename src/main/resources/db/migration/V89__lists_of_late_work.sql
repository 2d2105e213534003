-- Which rungs of the ladder one mail tells of, where it tells of several.
create table staff_mail_line (
  token     varchar(32) not null references staff_mail,
  task_id   varchar(64) not null,
  kind      varchar(20) not null,
  matter_no varchar(40),
  primary key (token, task_id, kind)
);

create index staff_mail_line_matter on staff_mail_line (matter_no);
