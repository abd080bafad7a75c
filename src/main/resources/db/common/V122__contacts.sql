-- The people of an engagement.
create table contact (
  id              uuid         not null primary key,
  engagement_id   uuid         not null references engagement (id),
  name            varchar      not null,
  email           varchar,
  phone           varchar,
  organization    varchar(20)  not null,
  role            varchar,
  language        varchar(35),
  time_zone       varchar(100),
  survey_eligible boolean      not null,
  decision_maker  boolean      not null,
  do_not_contact  boolean      not null
);

create index contact_engagement on contact (engagement_id);
