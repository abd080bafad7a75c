-- Secrets in the links with which mail programs unsubscribe. All that they can do is to turn mail off.
create table notification_unsubscribe (
  person varchar(255) not null primary key,
  secret varchar(64)  not null,
  constraint notification_unsubscribe_secret unique (secret)
);
