-- To warn of an engagement of the same tenant.
create index engagement_tenant_id on engagement (tenant_id);
