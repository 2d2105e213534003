-- A resident who raises a matter online has no account.
alter table matter alter column opened_by drop not null;
