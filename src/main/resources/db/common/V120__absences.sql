-- Days on which people do not work, in their time zones; until_day is the day after the last.
create table absence (
  id         uuid         not null primary key,
  person     varchar(255) not null,
  from_day   date         not null,
  until_day  date         not null,
  substitute varchar(255),
  note       varchar
);

create index absence_until_day on absence (until_day, from_day);

-- Its one row is locked by whoever changes an absence.
create table absence_lock (id smallint not null primary key);
insert into absence_lock values (1);
