-- Settings an administrator can change, by name.
create table setting (
  name  varchar(100) primary key,
  value text not null
);
