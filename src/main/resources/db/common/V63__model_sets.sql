-- The model sets that nodes published, in this order. Every other deployment is a person's.
create table model_set (
  number        bigint                      generated always as identity primary key,
  deployment_id varchar(64)                 not null,
  sha256        varchar(64)                 not null,
  -- Of the jar that brought it; unknown where a version published it that kept no list.
  version       varchar(100),
  built_at      timestamp(6) with time zone,
  published_at  timestamp(6) with time zone not null
);
