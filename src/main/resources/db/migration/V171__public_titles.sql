-- The title everybody may read, confirmed by staff; null until then, and a neutral one is shown. What was verified before
-- was read by staff: its title stays public, masked as everything that leaves the house, and may be confirmed anew.
alter table matter add column public_title varchar(200);
update matter m set public_title = title
where exists (select from form_record r
              where r.matter_no = m.matter_no and r.form = 'verify-issue' and r.corrected_at is null);
