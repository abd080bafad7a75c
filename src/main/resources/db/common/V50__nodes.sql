-- The nodes over this database, each of which writes now and then that it is there.
create table node (
  id           uuid                        not null primary key,
  address      varchar(255)                not null,
  version      varchar(100)                not null,
  started_at   timestamp(6) with time zone not null,
  last_seen    timestamp(6) with time zone not null,
  heartbeat_ms bigint                      not null
);

-- What has to be the same on all of them; of secrets and long texts a digest.
create table node_setting (
  node_id uuid          not null references node (id) on delete cascade,
  name    varchar(100)  not null,
  content varchar(1000) not null,
  primary key (node_id, name)
);
