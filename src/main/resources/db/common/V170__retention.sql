-- The last clean-up, in one row.
create table retention_run (
  id         smallint                    not null primary key,
  started_at timestamp(6) with time zone,
  ended_at   timestamp(6) with time zone,
  complete   boolean,
  deleted    varchar
);
insert into retention_run (id) values (1);
