-- When somebody looked last for engagements that began with the old models while the release was published.
alter table model_migration add column looked_at timestamp(6) with time zone;

update model_migration set looked_at = started_at;
