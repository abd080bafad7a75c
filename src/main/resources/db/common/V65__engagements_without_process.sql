-- True from a withdrawal until the process has canceled the engagement's tasks in FTOP, then false. Nodes of the version
-- before leave it null.
alter table engagement add column withdrawal_pending boolean;

-- What the last check found: engagements that need a process instance and have none, because somebody deleted it.
create table engagement_without_process (
  engagement_id       uuid                        not null primary key references engagement (id),
  process_instance_id varchar(64)                 not null,
  found_at            timestamp(6) with time zone not null
);
