-- What people prefer. Who has not chosen is not in it.
create table person (
  name      varchar(255) not null primary key,
  language  varchar(2)   not null,
  time_zone varchar(100) not null
);
