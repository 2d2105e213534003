-- How often a place was complained of is counted by the place as it is compared; nothing looks for it as it was written.
create index matter_same_place on matter (community_code, comparison_key(location), opened_at);
drop index matter_place;
