-- Whose holidays count in an engagement, and where its days begin and end. Null where an older version started it.
alter table engagement add column country varchar(6);
alter table engagement add column time_zone varchar(100);
