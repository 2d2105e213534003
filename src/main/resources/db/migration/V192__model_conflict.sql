-- files of the program that a start did not put in force, since a process admin had changed what runs; told until somebody decides
create table model_conflict (
  file varchar(300) primary key,
  running char(64) not null,
  reason varchar(2000) not null default '',
  at timestamptz not null
);
