-- Running engagements that move to a release. A row for each is kept, so that any node can go on.
create table model_migration (
  release_number bigint                      not null primary key references model_release (number),
  state          varchar(10)                 not null,
  mappings       varchar                     not null,
  started_at     timestamp(6) with time zone not null
);

create table model_migration_case (
  release_number bigint      not null references model_migration (release_number),
  -- The engagement's process instance.
  case_id        varchar(64) not null,
  state          varchar(10) not null,
  -- Why it stays in its old version.
  reason         varchar(2000),
  primary key (release_number, case_id)
);

create index model_migration_case_state on model_migration_case (release_number, state, case_id);
