-- Groups of people who have logged in at an OpenID Connect provider, as the provider said at their last login.
create table provider_membership (
  group_id      varchar(64)                 not null,
  user_id       varchar(255)                not null,
  first_name    varchar(255)                not null,
  last_name     varchar(255)                not null,
  last_login_at timestamp(6) with time zone not null,
  primary key (group_id, user_id)
);

create index provider_membership_user on provider_membership (user_id);
