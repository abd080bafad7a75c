-- One row per engagement that had events: the number of its last one, and how far the receiver has them. There is no
-- reference to the engagement: its check would wait for whoever has that row locked.
create table webhook_stream (
  engagement_id    uuid   not null primary key,
  last_number      bigint not null,
  delivered_number bigint not null
);

-- What goes to the receiver. Only the next message of an engagement has a due_at; while it is being sent, that is
-- when others may think that its sender has died.
create table webhook_message (
  id              uuid                        not null primary key,
  engagement_id   uuid                        not null,
  number          bigint                      not null,
  type            varchar(100)                not null,
  body            varchar                     not null,
  status          varchar(20)                 not null,
  attempts        integer                     not null,
  due_at          timestamp(6) with time zone,
  failure         varchar(200),
  created_at      timestamp(6) with time zone not null,
  finished_at     timestamp(6) with time zone,
  constraint webhook_message_number unique (engagement_id, number)
);

create index webhook_message_due_at on webhook_message (due_at);
create index webhook_message_finished_at on webhook_message (status, finished_at, id);
