-- A mail that went is never sent again: of its words the text is kept, not a second time as HTML.
update outbox_mail set html = '' where state = 'SENT';
