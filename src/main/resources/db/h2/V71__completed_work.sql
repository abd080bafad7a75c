-- What somebody has completed, newest first.
create index timeline_entry_completed on timeline_entry (actor, occurred_at);
