-- Who did what, for an auditor. Rows are added and never changed; see db/postgresql for what holds that.
create table audit_entry (
  id             bigint                      generated always as identity primary key,
  occurred_at    timestamp(6) with time zone not null,
  actor          varchar(255)                not null,
  action         varchar(100)                not null,
  object_id      varchar(255),
  engagement_id  uuid,
  client_address varchar(64),
  detail         varchar                     not null
);

create index audit_entry_occurred_at on audit_entry (occurred_at, id);
create index audit_entry_actor on audit_entry (actor, id);
create index audit_entry_engagement on audit_entry (engagement_id, id);
