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
