-- What comes next in an engagement, and when somebody last wrote how it stands. Where neither is known, there is no row.
create table follow_up (
  engagement_id uuid not null primary key references engagement (id),
  action        varchar,
  action_date   date,
  action_owner  varchar(255),
  noted_at      timestamp(6) with time zone
);

create index follow_up_action_owner on follow_up (action_owner);
create index follow_up_action_date on follow_up (action_date);

-- Notes about how an engagement stands, each with the next action at that time.
create table status_note (
  id            uuid                        not null primary key,
  engagement_id uuid                        not null references engagement (id),
  author        varchar(255)                not null,
  written_at    timestamp(6) with time zone not null,
  text          varchar                     not null,
  action        varchar,
  action_date   date,
  action_owner  varchar(255)
);

create index status_note_engagement on status_note (engagement_id);
