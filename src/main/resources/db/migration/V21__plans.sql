-- A matter can be planned more than once, even in one cycle (a re-opening, an overrun); every plan stays on file.
alter table matter_action add column plan_no int not null default 1;
alter table matter_action drop constraint matter_action_pkey;
alter table matter_action add primary key (matter_no, plan_no, no);
alter table matter_action alter column text type varchar(2000);
