-- How often a matter may be sent round again stands in bpmn/shared/pass-limits.dmn, where process administrators change it.
-- A number changed here by hand has to be carried over first; nothing may be lost without a word.
do $$
begin
  if (select count(*) from pass_limit) <> 5 or exists (
    select 1 from pass_limit
    where (form, field, value, most) not in (
      ('fix-agenda', 'decision', 'RETURN_FOR_STUDY', 2),
      ('handle-objection', 'returnTo', 'DECISION', 2),
      ('handle-objection', 'returnTo', 'IMPLEMENTATION', 2),
      ('inspect-matter', 'inspectionResult', 'REOPEN_IMPLEMENTATION', 1),
      ('progress', 'newDue', '', 3))) then
    raise exception 'pass_limit was changed by hand: write the numbers into pass-limits.dmn, set them back here, start again';
  end if;
end $$;
drop table pass_limit;
