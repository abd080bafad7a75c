-- What somebody has completed, newest first. Other entries, most of them the system's, are not looked for by their actor.
create index timeline_entry_completed on timeline_entry (actor, occurred_at) where event = 'TASK_COMPLETED';
