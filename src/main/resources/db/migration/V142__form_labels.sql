-- what the fields of a form were called when it was submitted; every wording once, kept as text so that its order stays
create table form_labels (
  sha256 char(64) primary key,
  labels json not null
);
alter table form_record add column labels char(64) references form_labels;
