create table if not exists ftop_task (
  engagement_id varchar(64)              not null,
  catalog_id    varchar(10)              not null,
  name          varchar(200)             not null,
  mandatory     boolean                  not null,
  role          varchar(40)              not null,
  status        varchar(20)              not null,
  reference     varchar(64),
  created_at    timestamp with time zone not null,
  updated_at    timestamp with time zone not null,
  primary key (engagement_id, catalog_id)
);
