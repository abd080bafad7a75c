-- Decisions are looked up in the deployment of the active release.
create index acm_idx_decision_def_deployment on ACT_RE_DECISION_DEF (DEPLOYMENT_ID_, KEY_);
