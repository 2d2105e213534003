-- Rolls as they were imported. What a zoned roll says stands in exclusive_part and household, the rest in roll_member;
-- names, addresses and years of birth stand with the person. The newest line of a kind, community and zone is in force.
create table roll (
  id             uuid primary key,
  kind           varchar(20) not null check (kind in ('owners','households','residents','representatives','council')),
  community_code varchar(10) not null references community,
  zone           varchar(40) not null default '',
  rows           int not null check (rows > 0),
  heads          int not null check (heads > 0),
  total_area     bigint not null check (total_area >= 0),
  sha256         char(64) not null,
  imported_at    timestamptz not null,
  imported_by    varchar(64) not null,
  file_name      varchar(200) not null
);
create index roll_of_place on roll (community_code, kind, zone, imported_at desc);

create table roll_member (
  community_code varchar(10) not null,
  kind           varchar(20) not null check (kind in ('residents','representatives','council')),
  person_no      varchar(40) not null,
  flags          varchar(100) not null default '',
  primary key (community_code, kind, person_no),
  foreign key (community_code, person_no) references person
);
insert into roll_member (community_code, kind, person_no)
  select community_code, 'representatives', person_no from person
  where role ~ '居民代表|村民代表|居委会成员|村委会成员';
insert into roll_member (community_code, kind, person_no)
  select community_code, 'council', person_no from person where role ~ '议事会成员';
insert into roll_member (community_code, kind, person_no)
  select community_code, 'residents', person_no from person where birth_year is not null;

-- What somebody uploaded and has not confirmed yet; one per account, removed when confirmed or expired.
create table roll_draft (
  id             uuid primary key,
  account        varchar(64) not null unique,
  kind           varchar(20) not null,
  community_code varchar(10) not null references community,
  zone           varchar(40) not null default '',
  zone_name      varchar(100) not null default '',
  file_name      varchar(200) not null,
  content        bytea not null,
  base_roll      uuid,
  expires_at     timestamptz not null
);

-- Who changed a rule and who compared it with the text of the law.
alter table body_rule
  add column changed_by varchar(64),
  add column changed_at timestamptz,
  add column confirmed_by varchar(64),
  add column confirmed_at timestamptz;
alter table share_rule
  add column changed_by varchar(64),
  add column changed_at timestamptz,
  add column confirmed_by varchar(64),
  add column confirmed_at timestamptz;
