-- Years whose days off and make-up days an administrator entered as a whole; of other years the kept library's data count.
create table calendar_year (
  year        int primary key check (year between 2000 and 2999),
  source      varchar(200) not null,
  entered_at  timestamptz not null,
  entered_by  varchar(64) not null
);

-- Who changed the calendar, and how; day is empty where a whole year was entered.
create table calendar_change (
  id        bigint generated always as identity primary key,
  at        timestamptz not null,
  account   varchar(64) not null,
  year      int not null,
  day       date,
  was       varchar(100) not null,
  became    varchar(100) not null,
  source    varchar(200) not null default '',
  moved     int not null default 0
);
create index calendar_change_year on calendar_change (year, id);
