-- Communities and the people, organisations and homes in them, the rolls they import, offices and absences.

-- Numbers, names and places as they are compared; the same as org.qibu.text.ComparisonKey, a test holds the two together.
create function comparison_key(text) returns text
  language sql immutable strict parallel safe
  return regexp_replace(
    regexp_replace(
      lower(translate(normalize(translate($1,
            U&'\2010\2011\2012\2013\2014\2015\2E3A\2E3B\2E40\FE31\FE32\FE58\FE63\FF0D\058A\05BE\1400\1806\02D7\2043\2212\2500\2501\2796\30FC\FF70\207B\208B.\0387\2022\2024\2027\2218\2219\22C5\25CF\2E31\2E33\30FB\FF65\FF0E\318D\119E\A78F\16EB\2018\2019\02BC\2032\FF07`\00B4\0410\0412\0415\041A\041C\041D\041E\0420\0421\0422\0423\0425\0405\0406\0408\0430\0435\043E\0440\0441\0443\0445\0455\0456\0458\0391\0392\0395\0396\0397\0399\039A\039C\039D\039F\03A1\03A4\03A5\03A7\03BF\03BD',
            U&'----------------------------\00B7\00B7\00B7\00B7\00B7\00B7\00B7\00B7\00B7\00B7\00B7\00B7\00B7\00B7\00B7\00B7\00B7\00B7''''''''''''''ABEKMHOPCTYXSIJaeopcyxsijABEZHIKMNOPTYXov'), NFKC),
          U&'\2010\2011\2012\2013\2014\2015\2E3A\2E3B\2E40\FE31\FE32\FE58\FE63\FF0D\058A\05BE\1400\1806\02D7\2043\2212\2500\2501\2796\30FC\FF70\207B\208B.\0387\2022\2024\2027\2218\2219\22C5\25CF\2E31\2E33\30FB\FF65\FF0E\318D\119E\A78F\16EB\2018\2019\02BC\2032\FF07`\00B4\0410\0412\0415\041A\041C\041D\041E\0420\0421\0422\0423\0425\0405\0406\0408\0430\0435\043E\0440\0441\0443\0445\0455\0456\0458\0391\0392\0395\0396\0397\0399\039A\039C\039D\039F\03A1\03A4\03A5\03A7\03BF\03BD',
          U&'----------------------------\00B7\00B7\00B7\00B7\00B7\00B7\00B7\00B7\00B7\00B7\00B7\00B7\00B7\00B7\00B7\00B7\00B7\00B7''''''''''''''ABEKMHOPCTYXSIJaeopcyxsijABEZHIKMNOPTYXov') collate "und-x-icu"),
      '['||E'\u0001-\u0020\u007F-\u00A0\u00AD\u0600-\u0605\u061C\u06DD\u070F\u08E2\u1680\u180E\u2000-\u200F\u2028-\u202F\u205F-\u2064\u2066-\u206F\u3000\uFEFF\uFFF9-\uFFFB\u034F\u115F\u1160\u2800\u3164\uFE00-\uFE0F\uFFA0\U000110BD\U000110CD\U00013430-\U0001343F\U0001BCA0-\U0001BCA3\U0001D173-\U0001D17A\U000E0001\U000E0020-\U000E007F\U000E0100-\U000E01EF' || ']+', '', 'g'),
    '-{2,}', '-', 'g');

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
-- Whoever compares or looks for people, matters and organisations does so in this form.
create index person_by_key on person (community_code, comparison_key(person_no));

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
  -- as the roll said; null where a row was not brought by a roll
  owner_name     varchar(100),
  email          varchar(254),
  phone          varchar(100),
  primary key (community_code, zone, part_no, owner_no),
  foreign key (community_code, zone) references building_zone
);
create index exclusive_part_owner on exclusive_part (community_code, owner_no);

create table household (
  community_code varchar(10) not null references community,
  household_no   varchar(40) not null,
  zone           varchar(40) not null,
  building       varchar(20) not null,
  unit           varchar(20) not null,
  room           varchar(20) not null,
  head_no        varchar(40) not null,
  -- as the roll said; null where a row was not brought by a roll
  head_name      varchar(100),
  email          varchar(254),
  phone          varchar(100),
  primary key (community_code, household_no)
);

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
  file_name      varchar(200) not null,
  -- which roll is in force is told by the order in which rolls came, not by a clock that may go back
  came           bigint generated by default as identity
);
create unique index roll_came on roll (came);
create index roll_of_place on roll (community_code, kind, zone, came desc);

create table roll_member (
  community_code varchar(10) not null,
  kind           varchar(20) not null check (kind in ('residents','representatives','council')),
  person_no      varchar(40) not null,
  flags          varchar(100) not null default '',
  name           varchar(100),
  email          varchar(254),
  phone          varchar(100),
  birth_year     int,
  primary key (community_code, kind, person_no),
  foreign key (community_code, person_no) references person
);

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
  expires_at     timestamptz not null,
  -- what goes before each of its numbers, decided while looking at it
  prefix         varchar(41) not null default ''
);

-- Who holds which office in a community, for mails that go to an office and not to a group; from a day to a day, both
-- included. Every term stays, so that one can look up whom a mail went to. No first day: held since before terms were kept. No
-- last day: until somebody ends it.
create table office_holder (
  community_code varchar(10) not null references community,
  office         varchar(30) not null,
  account        varchar(64) not null,
  id             bigint generated always as identity primary key,
  from_day       date,
  to_day         date,
  -- withdrawn before it began
  called_off     boolean not null default false,
  entered_at     timestamptz,
  entered_by     varchar(64),
  changed_at     timestamptz,
  changed_by     varchar(64),
  -- a term that was over stays over when the clock goes back
  ended_at       timestamptz,
  constraint office_holder_days check (called_off or to_day >= from_day)
);
create index office_holder_office on office_holder (community_code, office);

-- Who is away, and who does their work meanwhile; the days in China, both included.
create table absence (
  id         bigint generated always as identity primary key,
  account_id varchar(64)  not null,
  deputy_id  varchar(64)  not null,
  from_day   date         not null,
  to_day     date         not null,
  note       varchar(200) not null,
  entered_at timestamptz  not null,
  ended_at   timestamptz,
  entered_by varchar(64),
  ended_by   varchar(64),
  check (to_day >= from_day),
  check (deputy_id <> account_id)
);
create index absence_account on absence (account_id, to_day) where ended_at is null;
create index absence_deputy on absence (deputy_id, to_day) where ended_at is null;

-- One line per transaction that changed a community's names or what it is called; how many there are and the highest say
-- to every node whether the names it keeps in memory are still those of the rolls.
create table known_names_change (
  community_code varchar(10) not null,
  changed_by     xid8 not null,
  primary key (community_code, changed_by)
);

-- Whoever writes a line takes away those that every node has to see anyway, so that they do not grow.
create function note_known_names_change() returns trigger language plpgsql as $$
begin
  delete from known_names_change k
    using (
      select community_code, changed_by from known_names_change
      where community_code in (select to_jsonb(c) ->> tg_argv[0] from changed c)
        and changed_by < pg_snapshot_xmin(pg_current_snapshot())
      for update skip locked) settled
    where k.community_code = settled.community_code and k.changed_by = settled.changed_by;
  insert into known_names_change
    select distinct to_jsonb(c) ->> tg_argv[0], pg_current_xact_id() from changed c
  on conflict do nothing;
  return null;
end $$;

create trigger person_added after insert on person
  referencing new table as changed for each statement execute function note_known_names_change('community_code');
create trigger person_changed after update on person
  referencing new table as changed for each statement execute function note_known_names_change('community_code');
create trigger person_removed after delete on person
  referencing old table as changed for each statement execute function note_known_names_change('community_code');
create trigger zone_added after insert on building_zone
  referencing new table as changed for each statement execute function note_known_names_change('community_code');
create trigger zone_changed after update on building_zone
  referencing new table as changed for each statement execute function note_known_names_change('community_code');
create trigger organisation_added after insert on organisation
  referencing new table as changed for each statement execute function note_known_names_change('community_code');
create trigger organisation_changed after update on organisation
  referencing new table as changed for each statement execute function note_known_names_change('community_code');
create trigger community_changed after update on community
  referencing new table as changed for each statement execute function note_known_names_change('code');
