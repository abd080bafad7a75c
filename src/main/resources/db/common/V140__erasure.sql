-- Who asked for the erasure of an engagement's personal data, who confirmed it, and what was erased.
create table erasure (
  engagement_id uuid                        not null primary key references engagement (id),
  reason        varchar,
  requested_by  varchar(255)                not null,
  requested_at  timestamp(6) with time zone not null,
  confirmed_by  varchar(255),
  confirmed_at  timestamp(6) with time zone,
  erased_at     timestamp(6) with time zone,
  receipt       varchar
);

-- Engagements that must not be erased.
create table legal_hold (
  engagement_id uuid                        not null primary key references engagement (id),
  reason        varchar                     not null,
  held_by       varchar(255)                not null,
  held_at       timestamp(6) with time zone not null
);

-- The detail of an audit entry, which can be erased; the entry itself cannot. No foreign key: on PostgreSQL a trigger
-- writes the detail of entries by nodes of the previous version before the entry exists.
create table audit_detail (
  audit_entry_id bigint  not null primary key,
  content        varchar not null
);

-- What the request was about, by its path: an engagement or a task.
alter table idempotent_answer add column subject varchar(255);
