-- Ballots on paper: the roll as it stood at opening, every ballot as it came in, every count with its areas.
alter table poll
  add column opened_at    timestamptz,
  add column roll_sha256  varchar(64),
  add column sheet        int not null default 1,
  add column entry_closed boolean not null default false,
  add column rule_day     date;
update poll set opened_at = opens_at, rule_day = register_date, entry_closed = result is not null;
alter table poll alter column rule_day set not null;

-- Who may vote, with how much. Area in hundredths of a square metre; 0 where only heads count.
create table poll_voter (
  matter_no varchar(30) not null,
  poll_no   int not null,
  holder_no varchar(40) not null,
  place     varchar(400) not null default '',
  area      bigint not null check (area >= 0),
  primary key (matter_no, poll_no, holder_no),
  foreign key (matter_no, poll_no) references poll
);

-- Ballots of one counting. A recount is another sheet; a second ballot of the same person is kept and not counted.
create table ballot (
  id          bigint generated always as identity primary key,
  matter_no   varchar(30) not null,
  poll_no     int not null,
  sheet       int not null,
  holder_no   varchar(40) not null,
  choice      varchar(10) not null check (choice in ('AGREE','AGAINST','ABSTAIN','INVALID','SILENT')),
  received_at timestamptz not null,
  proxy_doc   varchar(200) not null default '',
  duplicate   boolean not null,
  entered_by  varchar(64) not null,
  entered_at  timestamptz not null,
  foreign key (matter_no, poll_no, holder_no) references poll_voter
);
create unique index ballot_one_counts on ballot (matter_no, poll_no, sheet, holder_no)
  where not duplicate and choice in ('AGREE','AGAINST','ABSTAIN');

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
create trigger ballot_append_only before update or delete or truncate on ballot
  for each statement execute function refuse_change();
create trigger poll_voter_append_only before update or delete or truncate on poll_voter
  for each statement execute function refuse_change();

alter table poll_count
  add column sheet          int not null default 1,
  add column present_area   bigint not null default 0,
  add column agree_area     bigint not null default 0,
  add column against_area   bigint not null default 0,
  add column abstain_area   bigint not null default 0,
  add column invalid_area   bigint not null default 0,
  add column silent         bigint not null default 0,
  add column silent_area    bigint not null default 0,
  add column duplicates     bigint not null default 0,
  add column ballots_sha256 varchar(64),
  add column irregularities varchar(4000) not null default '';
