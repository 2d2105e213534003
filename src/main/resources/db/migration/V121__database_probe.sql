-- Filled and emptied again by every node to see whether anything can be written; holds nothing anybody needs.
create unlogged table database_probe (
  filler text not null
);
alter table database_probe alter column filler set storage plain;
