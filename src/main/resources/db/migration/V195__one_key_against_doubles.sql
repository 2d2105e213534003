-- Whether a mail was written before is decided by the outbox alone; who reads it is noted with its row.
alter table staff_mail drop constraint staff_mail_dedup_key_address_key;
create index staff_mail_key on staff_mail (dedup_key, address);
