-- Which database this is, in one row; a restored one finds that it is another. Only PostgreSQL knows.
create table database_identity (
  id          smallint     not null primary key,
  database_id varchar(100),
  timeline    bigint
);
insert into database_identity (id) values (1);
