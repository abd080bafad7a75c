-- Tasks that are new in a queue, for the role's channel. A row is deleted when its task is closed.
create table queue_news (
  task_id       varchar(64)                 not null,
  role          varchar(64)                 not null,
  engagement_id uuid                        not null,
  created_at    timestamp(6) with time zone not null,
  card_id       uuid,
  told_at       timestamp(6) with time zone,
  primary key (task_id, role)
);

create index queue_news_role on queue_news (role, told_at);
create index queue_news_card on queue_news (card_id);
create index queue_news_engagement on queue_news (engagement_id);

-- When a role's channel was last posted to, and from when it may be again.
create table teams_channel (
  role       varchar(64)                 not null primary key,
  posted_at  timestamp(6) with time zone,
  not_before timestamp(6) with time zone,
  failures   integer                     not null,
  failure    varchar(200)
);

create index notification_kind on notification (kind, matter);
