-- A small version of each picture for lists, and what somebody handed in on a day.
alter table matter_file add column preview bytea;
create index matter_file_actor on matter_file (actor, at);
