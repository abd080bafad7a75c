-- Until when a task is due soon depends on the working days where its engagement is. Empty where this is not known; what
-- an earlier version counted counts as at the usual place until its engagement changes, or until a rebuild.
alter table portfolio_engagement add column country varchar(6) default '' not null;
alter table portfolio_engagement add column time_zone varchar(100) default '' not null;

-- Open tasks by the hour in which they are due and by place, read for the hours in which places differ.
create table portfolio_open_at_place (
  service     varchar(60)                 not null,
  initiative  varchar(40)                 not null,
  due_hour    timestamp(6) with time zone not null,
  segment     varchar(20)                 not null,
  process_id  varchar(255)                not null,
  activity_id varchar(255)                not null,
  roles       varchar(1000)               not null,
  country     varchar(6)                  not null,
  time_zone   varchar(100)                not null,
  number      bigint                      not null,
  primary key (service, initiative, due_hour, segment, process_id, activity_id, roles, country, time_zone)
);

insert into portfolio_open_at_place
  (service, initiative, due_hour, segment, process_id, activity_id, roles, country, time_zone, number)
select service, initiative, due_hour, segment, process_id, activity_id, roles, '', '', number from portfolio_open;
