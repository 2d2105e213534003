-- Training: how far all clocks are ahead, and which demonstration data were already brought in.
create table demo_clock (
  id            int primary key default 1 check (id = 1),
  ahead_seconds bigint not null check (ahead_seconds >= 0)
);

create table demo_loaded (
  name      varchar(40) primary key,
  loaded_at timestamptz not null
);
