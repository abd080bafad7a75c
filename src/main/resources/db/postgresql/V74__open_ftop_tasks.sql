-- And by the number of a task that is open; those that are closed grow without end.
create index ftop_task_open on ftop_task (catalog_id) where status = 'OPEN';
