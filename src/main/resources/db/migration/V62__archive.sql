-- What the file of a matter (一事一档) holds, as found when it was assembled.
create table archive_item (
  matter_no  varchar(30) not null references matter,
  item       varchar(30) not null,
  state      varchar(20) not null check (state in ('PRESENT','NOT_APPLICABLE','MISSING','EXPLAINED')),
  reason     varchar(1000) not null default '',
  checked_at timestamptz not null,
  primary key (matter_no, item)
);
