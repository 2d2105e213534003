-- What belongs to the installation itself.

-- Settings an administrator can change, by name.
create table setting (
  name  varchar(100) primary key,
  value text not null
);

-- How often something happened to a subject, of which only the SHA-256 is kept: moments in milliseconds, oldest first.
create table rate_limit (
  name      varchar(40) not null,
  subject   char(64)    not null,
  hits      bigint[]    not null,
  forget_at bigint      not null,
  primary key (name, subject)
);
create index rate_limit_forget on rate_limit (forget_at);

-- Tries at a password, by account and network address together, in milliseconds of the machine's own clock.
create table login_try (
  subject   char(64) primary key,
  tries     int      not null,
  last_at   bigint   not null
);
create index login_try_last on login_try (last_at);

-- Filled and emptied again by every node to see whether anything can be written; holds nothing anybody needs.
create unlogged table database_probe (
  filler text not null
);

-- Training: how far all clocks are ahead, and which demonstration data were already brought in.
create table demo_clock (
  id            int primary key default 1 check (id = 1),
  ahead_seconds bigint not null check (ahead_seconds >= 0)
);

create table demo_loaded (
  name      varchar(40) primary key,
  loaded_at timestamptz not null
);
alter table database_probe alter column filler set storage plain;
