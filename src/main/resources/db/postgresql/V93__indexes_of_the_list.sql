-- The list finds and sorts engagements by these. Engagements that have not ended are last in both directions.
create index engagement_ended_at on engagement (ended_at, id);
create index engagement_ended_at_desc on engagement (ended_at desc nulls last, id desc);
create index engagement_customer_name on engagement (lower(customer_name), id);
create index engagement_licenses on engagement (licenses, id);
create index engagement_segment on engagement (segment, id);
create index engagement_status_id on engagement (status, id);

-- From the engine's tasks and jobs to their engagements, by the business key.
create index engagement_business_key on engagement (cast(id as varchar));
create index acm_idx_task_def_key on ACT_RU_TASK (TASK_DEF_KEY_);
