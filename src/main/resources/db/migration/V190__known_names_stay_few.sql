-- The lines that say that names changed do not grow: whoever writes one takes away those that every node has to see anyway.
create or replace function note_known_names_change() returns trigger language plpgsql as $$
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
