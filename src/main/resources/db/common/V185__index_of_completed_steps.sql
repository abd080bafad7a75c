-- The list of engagements selects those that have completed a step; the figures of the portfolio link to it.
create index portfolio_task_completed on portfolio_task (activity_id, closed_at, engagement_id);
