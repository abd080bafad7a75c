-- What changed and is not counted yet. Each row is written in the transaction of the change; one node at a time counts
-- and deletes them.
create table portfolio_change (
  id            bigint       generated always as identity primary key,
  engagement_id uuid         not null,
  -- The rest is null if the engagement itself changed.
  task_id       varchar(64),
  process_id    varchar(255),
  activity_id   varchar(255),
  roles         varchar(1000),
  opened_at     timestamp(6) with time zone,
  due_at        timestamp(6) with time zone,
  closed_at     timestamp(6) with time zone,
  completed     boolean
);

-- Engagements and tasks as they are counted.
create table portfolio_engagement (
  engagement_id uuid                        not null primary key,
  segment       varchar(20)                 not null,
  services      varchar(60) array           not null,
  initiatives   varchar(40) array           not null,
  status        varchar(20)                 not null,
  started_at    timestamp(6) with time zone not null,
  ended_at      timestamp(6) with time zone
);

create table portfolio_task (
  task_id       varchar(64)                 not null primary key,
  engagement_id uuid                        not null,
  process_id    varchar(255)                not null,
  activity_id   varchar(255)                not null,
  -- Those who may do it, separated by commas; empty where it is not known any more.
  roles         varchar(1000)               not null,
  opened_at     timestamp(6) with time zone not null,
  due_at        timestamp(6) with time zone,
  closed_at     timestamp(6) with time zone,
  completed     boolean                     not null,
  -- The due date as long as the task is open.
  open_due_at   timestamp(6) with time zone
);

create index portfolio_task_engagement on portfolio_task (engagement_id);
create index portfolio_task_open_due_at on portfolio_task (open_due_at);

-- Counts by day (UTC). A service or initiative that is empty stands for all of them.
create table portfolio_figure (
  service     varchar(60)  not null,
  initiative  varchar(40)  not null,
  on_day      date         not null,
  measure     varchar(20)  not null,
  segment     varchar(20)  not null,
  process_id  varchar(255) not null,
  activity_id varchar(255) not null,
  bucket      integer      not null,
  number      bigint       not null,
  primary key (service, initiative, on_day, measure, segment, process_id, activity_id, bucket)
);

-- Open tasks by the hour in which they are due.
create table portfolio_open (
  service     varchar(60)                 not null,
  initiative  varchar(40)                 not null,
  segment     varchar(20)                 not null,
  process_id  varchar(255)                not null,
  activity_id varchar(255)                not null,
  roles       varchar(1000)               not null,
  due_hour    timestamp(6) with time zone not null,
  number      bigint                      not null,
  primary key (service, initiative, segment, process_id, activity_id, roles, due_hour)
);

-- Whoever counts, or rebuilds all counts, locks a row of it.
create table portfolio_lock (
  name varchar(20) not null primary key
);
insert into portfolio_lock (name) values ('COUNT');
insert into portfolio_lock (name) values ('REBUILD');
