-- What metrics count every few seconds is found in an index, however many rows there are.
create index engagement_status on engagement (status);
create index acm_idx_task_due on ACT_RU_TASK (DUE_DATE_);
create index acm_idx_job_retries on ACT_RU_JOB (RETRIES_);
