-- Tasklist's ready-made queues show the most urgent task first; without it each refresh sorts all open tasks.
create index acm_idx_task_urgency on ACT_RU_TASK (PRIORITY_ desc, DUE_DATE_);
