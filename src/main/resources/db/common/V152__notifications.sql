-- What people are told, one row per person and matter. A row is deleted when there is nothing left to tell: the task is
-- done, or somebody else has it.
create table notification (
  id            uuid                        not null primary key,
  person        varchar(255)                not null,
  kind          varchar(30)                 not null,
  matter        varchar(300)                not null,
  task_id       varchar(64),
  engagement_id uuid,
  name          varchar,
  actor         varchar(255),
  due_at        timestamp(6) with time zone,
  created_at    timestamp(6) with time zone not null,
  read_at       timestamp(6) with time zone,
  constraint notification_matter unique (person, kind, matter)
);

create index notification_unread on notification (person, read_at);
create index notification_task on notification (task_id);
create index notification_engagement on notification (engagement_id);
create index notification_created_at on notification (created_at);
