-- Completing a task looks for its sub-tasks, and deleting one for its history: both without an index in the engine's own
-- scripts, which is a scan of all open tasks for each that is completed.
create index acm_idx_task_parent on ACT_RU_TASK (PARENT_TASK_ID_);
create index acm_idx_hi_task_parent on ACT_HI_TASKINST (PARENT_TASK_ID_);

-- Each look for due jobs reads all jobs, two timers for each open task among them.
create index acm_idx_job_due on ACT_RU_JOB (DUEDATE_);
