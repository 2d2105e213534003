-- What a request to start a matter held, as SHA-256 of its values: the same key with other content is another matter and is
-- refused. Unknown (null) for requests that came before.
alter table start_request add column content_sha256 varchar(64);
