create table timeline_entry (
  id            bigint                      generated always as identity primary key,
  engagement_id uuid                        not null references engagement (id),
  occurred_at   timestamp(6) with time zone not null,
  event         varchar(40)                 not null,
  actor         varchar(255)                not null,
  activity_id   varchar(255),
  name          varchar(400),
  detail        varchar                     not null
);

create index timeline_entry_engagement on timeline_entry (engagement_id, id);
