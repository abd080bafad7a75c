-- And by the number of a task that is open.
create index ftop_task_open on ftop_task (catalog_id, status);
