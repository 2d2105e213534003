-- The task list with many open tasks: what is offered, newest first (the columns beside let a count stay in the index); the
-- order in which the list opens, of which a page stops when it is full; who is offered what; the few tasks a separation of
-- duties is about; the urgency of a matter.
do $$
begin
  -- a database of our own tables only, as tests of single rooms use it, has nothing to index
  if to_regclass('act_ru_task') is not null then
    create index qibu_task_newest on act_ru_task (create_time_ desc, id_)
      include (tenant_id_, proc_def_id_, suspension_state_, case_execution_id_) where assignee_ is null;
    create index qibu_task_pressing on act_ru_task (priority_ desc, due_date_, create_time_ desc, id_)
      where assignee_ is null;
    create index qibu_task_key on act_ru_task (task_def_key_);
    create index qibu_link_group on act_ru_identitylink (group_id_, task_id_) where type_ = 'candidate';
    create index qibu_variable_urgency on act_ru_variable (text_, proc_inst_id_) where name_ = 'urgency';
  end if;
end $$;
