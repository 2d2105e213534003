-- The order in which the task list opens: a page of it walks this index and stops when it is full.
do $$
begin
  -- a database of our own tables only, as tests of single rooms use it, has nothing to index
  if to_regclass('act_ru_task') is not null then
    create index qibu_task_pressing on act_ru_task (priority_ desc, due_date_, create_time_ desc, id_)
      where assignee_ is null;
  end if;
end $$;
