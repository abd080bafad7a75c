-- The trace of the request that started it (W3C traceparent), which its jobs go on with; null where none was kept.
alter table engagement add column traceparent varchar(55);
