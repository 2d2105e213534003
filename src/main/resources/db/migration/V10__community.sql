-- Communities and the people, organisations and homes in them. A community is a tenant of the engine.
create table community (
  code           varchar(10) primary key,
  name           varchar(100) not null,
  subdistrict    varchar(100) not null,
  phone          varchar(40) not null default '',
  address        varchar(200) not null default '',
  email          varchar(254) not null default '',
  compound_kind  varchar(20) not null default 'ORDINARY'
);

create table organisation (
  community_code varchar(10) not null references community,
  code           varchar(40) not null,
  name           varchar(100) not null,
  group_id       varchar(64) not null,
  email          varchar(254) not null default '',
  status         varchar(20) not null default 'REGISTERED' check (status in ('REGISTERED','FILED','UNREGISTERED')),
  primary key (community_code, code)
);

-- Everybody a community knows by a number of its own: pool members, residents, staff.
create table person (
  community_code varchar(10) not null references community,
  person_no      varchar(40) not null,
  name           varchar(100) not null,
  email          varchar(254) not null default '',
  phone          varchar(40) not null default '',
  birth_year     int,
  language       varchar(5) not null default 'zh' check (language in ('zh','en')),
  role           varchar(100) not null default '',
  skills         varchar(200) not null default '',
  account        varchar(64),
  primary key (community_code, person_no)
);
create index person_account on person (account);

create table organisation_member (
  community_code varchar(10) not null,
  organisation   varchar(40) not null,
  account        varchar(64) not null,
  primary key (community_code, organisation, account),
  foreign key (community_code, organisation) references organisation
);

create table building_zone (
  community_code varchar(10) not null references community,
  code           varchar(40) not null,
  name           varchar(100) not null,
  primary key (community_code, code)
);

-- One row per exclusive part and owner; area in hundredths of a square metre.
create table exclusive_part (
  community_code varchar(10) not null,
  zone           varchar(40) not null,
  part_no        varchar(40) not null,
  building       varchar(20) not null,
  unit           varchar(20) not null,
  room           varchar(20) not null,
  area           bigint not null check (area > 0),
  owner_no       varchar(40) not null,
  developer      boolean not null default false,
  primary key (community_code, zone, part_no, owner_no),
  foreign key (community_code, zone) references building_zone
);

create table household (
  community_code varchar(10) not null references community,
  household_no   varchar(40) not null,
  zone           varchar(40) not null,
  building       varchar(20) not null,
  unit           varchar(20) not null,
  room           varchar(20) not null,
  head_no        varchar(40) not null,
  primary key (community_code, household_no)
);
