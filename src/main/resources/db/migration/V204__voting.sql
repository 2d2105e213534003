-- The rules by which bodies decide, votes and their ballots.

-- Ratios as whole numbers: part * den compared with whole * num. Decision tables never see a ratio.
create table share_rule (
  name       varchar(40) not null,
  num        bigint not null check (num >= 0),
  den        bigint not null check (den > 0),
  strict     boolean not null,
  source     varchar(200) not null,
  confirmed  boolean not null,
  valid_from date not null default '1949-10-01',
  valid_to   date,
  -- who changed the rule and who compared it with its source
  changed_by varchar(64),
  changed_at timestamptz,
  confirmed_by varchar(64),
  confirmed_at timestamptz,
  primary key (name, valid_from)
);
insert into share_rule (name, num, den, strict, source, confirmed) values
  ('CONS_ATTENDANCE',     2, 3, false, '本系统默认值：到会的有表决权人员达到应到的三分之二', true),
  ('CONS_CONSENSUS',      2, 3, false, '本系统默认值：到会人员三分之二以上同意为共识', true),
  ('CONS_MAJORITY',       1, 2, true,  '本系统默认值：过半数同意为多数', true),
  ('SURVEY_ANSWERS',     30, 100, false, '本系统默认值：回收率达到百分之三十', true),
  ('SATISFACTION_FAIR',  60, 100, false, '本系统默认值：满意和基本满意达到百分之六十', true),
  ('SATISFACTION_GOOD',  80, 100, false, '本系统默认值：满意和基本满意达到百分之八十', true),
  ('COST_OVERRUN',      110, 100, true, '本系统默认值：实际费用超过预算百分之十', true);

-- Who must take part and agree when a body decides. Ratios as whole numbers, compared by cross-multiplication.
create table body_rule (
  id            varchar(20) not null,
  name          varchar(60) not null,
  quorum_num    bigint not null,
  quorum_den    bigint not null check (quorum_den > 0),
  quorum_strict boolean not null,
  quorum_base   varchar(10) not null check (quorum_base in ('TOTAL')),
  pass_num      bigint not null,
  pass_den      bigint not null check (pass_den > 0),
  pass_strict   boolean not null,
  pass_base     varchar(10) not null check (pass_base in ('TAKING','TOTAL')),
  dual_measure  boolean not null,
  shortfall     varchar(30) not null check (shortfall in ('PARTICIPATION_NOT_MET','QUORUM_NOT_MET')),
  source        varchar(200) not null,
  confirmed     boolean not null,
  valid_from    date not null default '1949-10-01',
  valid_to      date,
  -- who changed the rule and who compared it with the text of the law
  changed_by    varchar(64),
  changed_at    timestamptz,
  confirmed_by  varchar(64),
  confirmed_at  timestamptz,
  primary key (id, valid_from)
);
insert into body_rule (id, name, quorum_num, quorum_den, quorum_strict, quorum_base, pass_num, pass_den, pass_strict, pass_base, dual_measure, shortfall, source, confirmed) values
  ('OWN-ORD',      '业主共同决定事项',         2, 3, false, 'TOTAL', 1, 2, true,  'TAKING', true,  'PARTICIPATION_NOT_MET', '民法典第278条第一款第一至五项、第九项', true),
  ('OWN-SPECIAL',  '业主共同决定特别事项',     2, 3, false, 'TOTAL', 3, 4, false, 'TAKING', true,  'PARTICIPATION_NOT_MET', '民法典第278条第一款第六至八项', true),
  ('UNANIMOUS',    '有利害关系的业主一致同意', 1, 1, false, 'TOTAL', 1, 1, false, 'TOTAL',  false, 'PARTICIPATION_NOT_MET', '民法典第279条', true),
  ('RM-ADULT',     '居民会议（成年居民）',     1, 2, true,  'TOTAL', 1, 2, true,  'TAKING', false, 'QUORUM_NOT_MET', '城市居民委员会组织法（2018年文本）', false),
  ('RM-HOUSEHOLD', '居民会议（户代表）',       1, 2, true,  'TOTAL', 1, 2, true,  'TAKING', false, 'QUORUM_NOT_MET', '城市居民委员会组织法（2018年文本）', false),
  ('RM-GROUP',     '居民会议（小组代表）',     1, 2, true,  'TOTAL', 1, 2, true,  'TAKING', false, 'QUORUM_NOT_MET', '城市居民委员会组织法（2018年文本）', false),
  ('RRM',          '居民代表会议',             2, 3, false, 'TOTAL', 1, 2, true,  'TAKING', false, 'QUORUM_NOT_MET', '参照社区议事规则', false),
  ('VM-ADULT',     '村民会议（成年村民）',     1, 2, true,  'TOTAL', 1, 2, true,  'TAKING', false, 'QUORUM_NOT_MET', '村民委员会组织法（2018年文本）第21、22条', false),
  ('VM-HOUSEHOLD', '村民会议（户代表）',       2, 3, false, 'TOTAL', 1, 2, true,  'TAKING', false, 'QUORUM_NOT_MET', '村民委员会组织法（2018年文本）第21、22条', false),
  ('VRM',          '村民代表会议',             2, 3, false, 'TOTAL', 1, 2, true,  'TAKING', false, 'QUORUM_NOT_MET', '村民委员会组织法（2018年文本）第26条', false),
  ('VGM',          '村民小组会议',             2, 3, false, 'TOTAL', 1, 2, true,  'TAKING', false, 'QUORUM_NOT_MET', '村民委员会组织法（2018年文本）第28条', false),
  ('PARTY-GENERAL','党员大会',                 2, 3, false, 'TOTAL', 1, 2, true,  'TOTAL',  false, 'QUORUM_NOT_MET', '四议两公开的通行做法：到会三分之二，赞成超过应到半数', true),
  ('COUNCIL-MAJ',  '议事会程序事项',           2, 3, false, 'TOTAL', 1, 2, true,  'TOTAL',  false, 'QUORUM_NOT_MET', '本系统默认值：全体成员过半数', true);

-- One question put to one electorate. The size of the electorate is fixed when the vote is prepared.
create table poll (
  matter_no         varchar(30) not null references matter,
  no                int not null,
  cycle             int not null,
  rule_id           varchar(20) not null,
  electorate_id     varchar(100) not null,
  question          varchar(1000) not null,
  method            varchar(20) not null,
  register_date     date not null,
  opens_at          timestamptz not null,
  closes_at         timestamptz not null,
  silent_rule       varchar(30) not null,
  silent_rule_basis varchar(1000) not null default '',
  total_area        bigint not null check (total_area >= 0),
  total_heads       bigint not null check (total_heads >= 0),
  extended          int not null default 0,
  result            varchar(30),
  opened_at         timestamptz,
  roll_sha256       varchar(64),
  sheet             int not null default 1,
  entry_closed      boolean not null default false,
  rule_day          date not null,
  -- an end that was reached is kept where it was reached: a clock that goes back opens nothing again
  closed_at         timestamptz,
  primary key (matter_no, no)
);
create index poll_closing on poll (closes_at) where closed_at is null and opened_at is not null;

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

-- Counts of a vote by hand; a refused or extended one stays on file.
create table poll_count (
  id           bigint generated always as identity primary key,
  matter_no    varchar(30) not null,
  poll_no      int not null,
  present      bigint not null,
  agree        bigint not null,
  against      bigint not null,
  abstain      bigint not null,
  invalid      bigint not null,
  entered_by   varchar(64),
  entered_at   timestamptz not null,
  certified    boolean,
  certified_by varchar(64),
  certified_at timestamptz,
  result       varchar(30),
  sheet          int not null default 1,
  present_area   bigint not null default 0,
  agree_area     bigint not null default 0,
  against_area   bigint not null default 0,
  abstain_area   bigint not null default 0,
  invalid_area   bigint not null default 0,
  silent         bigint not null default 0,
  silent_area    bigint not null default 0,
  duplicates     bigint not null default 0,
  ballots_sha256 varchar(64),
  irregularities varchar(4000) not null default '',
  foreign key (matter_no, poll_no) references poll
);
create index poll_count_poll on poll_count (matter_no, poll_no);
