-- Mail that is to be sent, one row per recipient. Of what has been sent only the key is kept, so that it is not queued
-- again. While a mail is being sent, due_at is when others may think that its sender has died.
create table mail (
  id            uuid                        not null primary key,
  mail_key      varchar(200)                not null,
  engagement_id uuid,
  content       varchar,
  status        varchar(20)                 not null,
  attempts      integer                     not null,
  due_at        timestamp(6) with time zone,
  give_up_at    timestamp(6) with time zone not null,
  failure       varchar(200),
  created_at    timestamp(6) with time zone not null,
  finished_at   timestamp(6) with time zone,
  constraint mail_mail_key unique (mail_key)
);

create index mail_due_at on mail (due_at);
create index mail_finished_at on mail (status, finished_at, id);
create index mail_engagement on mail (engagement_id);
