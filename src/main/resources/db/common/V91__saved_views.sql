create table saved_view (
  owner      varchar(255) not null,
  name       varchar      not null,
  query      varchar      not null,
  shared     boolean      not null,
  -- The owner again in the owner's default view, and null in any other: so nobody has two.
  default_of varchar(255),
  primary key (owner, name),
  constraint saved_view_default_of unique (default_of)
);

create index saved_view_shared on saved_view (shared, owner, name);
