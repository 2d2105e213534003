do $$
begin
  -- Each account used to hold every right on itself, so that it could delete itself; it keeps to read (2) and to change (4).
  if to_regclass('act_ru_authorization') is not null then
    update act_ru_authorization set perms_ = 6, rev_ = rev_ + 1
    where type_ = 1 and resource_type_ = 1 and user_id_ = resource_id_ and perms_ <> 6;
  end if;
  -- Logins of before do not know the password they were made with; whoever is at work logs in once more.
  if to_regclass('spring_session') is not null then
    delete from spring_session;
  end if;
end $$;
