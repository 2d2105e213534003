-- What staff look for in the register of matters, as it is compared; the slashes keep its parts apart.
alter table matter add column search_key text generated always as (comparison_key(
  matter_no || '/' || title || '/' || location || '/' || coalesce(proposer_name, '') || '/' || coalesce(building_no, '')
  || '/' || coalesce(unit_no, '') || '/' || coalesce(proposer_phone, ''))) stored;
