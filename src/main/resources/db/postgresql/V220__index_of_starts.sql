-- The front page and the list select engagements by who started them. H2 uses timeline_entry_completed, which has all events.
create index timeline_entry_started on timeline_entry (actor, occurred_at, engagement_id) where event = 'ENGAGEMENT_STARTED';
