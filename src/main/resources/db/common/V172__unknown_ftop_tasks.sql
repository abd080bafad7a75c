-- Open tasks of FTOP that no engagement knows and that somebody has looked into: reconciliations leave them out.
create table ftop_unknown_task (
  ftop_key        varchar(60)                 not null primary key,
  note            varchar(2000)               not null,
  acknowledged_by varchar(255)                not null,
  acknowledged_at timestamp(6) with time zone not null
);
