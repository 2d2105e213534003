-- One line per transaction that changed a community's names or what it is called; how many there are and the highest say
-- to every node whether the names it keeps in memory are still those of the rolls.
create table known_names_change (
  community_code varchar(10) not null,
  changed_by     xid8 not null,
  primary key (community_code, changed_by)
);

create function note_known_names_change() returns trigger language plpgsql as $$
begin
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
