-- A source names a law; that somebody still has to compare it stands in the column beside it.
update body_rule set source = regexp_replace(source, '，待.*$', '') where source like '%，待%';
