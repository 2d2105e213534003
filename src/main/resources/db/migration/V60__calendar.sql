-- Days that differ from the plain week: public holidays and make-up working days.
create table calendar_day (
  day     date primary key,
  working boolean not null,
  name    varchar(60) not null
);
