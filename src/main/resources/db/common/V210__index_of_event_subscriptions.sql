-- Migrating an engagement reads its event subscriptions, without an index in the engine's own scripts: a scan of those of
-- all engagements for each that migrates.
create index acm_idx_event_subscr_proc_inst on ACT_RU_EVENT_SUBSCR (PROC_INST_ID_);
