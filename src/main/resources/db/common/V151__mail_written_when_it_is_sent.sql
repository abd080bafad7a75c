-- A mail that is written when it is sent: by whom, and about what.
alter table mail add column composer varchar(50);
alter table mail add column reference varchar(255);
