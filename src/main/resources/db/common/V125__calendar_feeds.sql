-- Who has a calendar feed, and the digest of its secret.
create table calendar_feed (
  person        varchar(255)                not null primary key,
  secret_digest varchar(64)                 not null,
  created_at    timestamp(6) with time zone not null,
  constraint calendar_feed_secret unique (secret_digest)
);
