-- What came of the calls to FTOP since the last that it confirmed: how many failed, why the last did, and when.
alter table ftop_task add column failed_calls integer default 0 not null;
alter table ftop_task add column failure varchar(20);
alter table ftop_task add column failed_at timestamp(6) with time zone;
