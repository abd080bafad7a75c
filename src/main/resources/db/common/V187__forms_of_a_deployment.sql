-- Forms are looked up in the deployment of the active release.
create index acm_idx_form_def_deployment on ACT_RE_CAMFORMDEF (DEPLOYMENT_ID_, KEY_);
