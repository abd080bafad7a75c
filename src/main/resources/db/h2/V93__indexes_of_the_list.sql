-- The list finds and sorts engagements by these. H2 has no indexes of expressions.
create index engagement_ended_at on engagement (ended_at, id);
create index engagement_licenses on engagement (licenses, id);
create index engagement_segment on engagement (segment, id);
create index engagement_status_id on engagement (status, id);
create index acm_idx_task_def_key on ACT_RU_TASK (TASK_DEF_KEY_);
