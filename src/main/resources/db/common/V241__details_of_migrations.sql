-- What the engine said when an engagement stayed in its old version; the reason is for analysts.
alter table model_migration_case add column details varchar(2000);
