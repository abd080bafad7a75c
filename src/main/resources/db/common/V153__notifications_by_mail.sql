-- The digest that a notification is in.
alter table notification add column digest varchar(200);

create index notification_digest on notification (digest);

-- What people have chosen other than the default.
create table notification_choice (
  person  varchar(255) not null,
  kind    varchar(30)  not null,
  channel varchar(10)  not null,
  is_on   boolean      not null,
  primary key (person, kind, channel)
);

create table notification_quiet_hours (
  person    varchar(255) not null primary key,
  starts_at varchar(5)   not null,
  ends_at   varchar(5)   not null
);

-- As the provider said at the last login.
alter table provider_membership add column email varchar(254);
