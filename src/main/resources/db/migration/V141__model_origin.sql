-- what the program's own models held when it started last; told apart from what a process admin changed since
create table model_origin (
  file varchar(300) primary key,
  sha256 char(64) not null,
  at timestamptz not null
);
