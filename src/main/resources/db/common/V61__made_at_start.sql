-- What a start has made once. No later start makes it again, so what an administrator took away stays away.
create table made_at_start (
  thing varchar(255) not null primary key
);

-- Earlier versions made all of this at each start. Where one has been at work, what is missing now was taken away.
insert into made_at_start (thing)
select thing from (values
  ('grant fasttrack-manager Application tasklist ACCESS'),
  ('grant fasttrack-manager Group * READ'),
  ('grant fasttrack-manager ProcessDefinition * READ'),
  ('grant fasttrack-manager ProcessDefinition * READ_INSTANCE'),
  ('grant fasttrack-engineer Application tasklist ACCESS'),
  ('grant fasttrack-engineer Group * READ'),
  ('grant fasttrack-engineer ProcessDefinition * READ'),
  ('grant fasttrack-engineer ProcessDefinition * READ_INSTANCE'),
  ('grant fasttrack-ready-partner Application tasklist ACCESS'),
  ('grant fasttrack-ready-partner Group * READ'),
  ('grant fasttrack-ready-partner ProcessDefinition * READ'),
  ('grant fasttrack-ready-partner ProcessDefinition * READ_INSTANCE'),
  ('grant process-analyst Application cockpit ACCESS'),
  ('grant process-analyst Deployment * READ'),
  ('grant process-analyst Deployment * CREATE'),
  ('grant process-analyst ProcessDefinition * READ'),
  ('grant process-analyst DecisionDefinition * READ'),
  ('grant operator Application cockpit ACCESS'),
  ('grant operator ProcessDefinition * READ'),
  ('grant operator ProcessDefinition * READ_INSTANCE'),
  ('grant operator ProcessDefinition * RETRY_JOB'),
  ('grant camunda-admin Application * ALL'),
  ('grant camunda-admin User * ALL'),
  ('grant camunda-admin Group * ALL'),
  ('grant camunda-admin Group membership * ALL'),
  ('grant camunda-admin Authorization * ALL'),
  ('grant camunda-admin Filter * ALL'),
  ('grant camunda-admin ProcessDefinition * ALL'),
  ('grant camunda-admin Task * ALL'),
  ('grant camunda-admin ProcessInstance * ALL'),
  ('grant camunda-admin Deployment * ALL'),
  ('grant camunda-admin DecisionDefinition * ALL'),
  ('grant camunda-admin Tenant * ALL'),
  ('grant camunda-admin TenantMembership * ALL'),
  ('grant camunda-admin Batch * ALL'),
  ('grant camunda-admin DecisionRequirementsDefinition * ALL'),
  ('grant camunda-admin Report * ALL'),
  ('grant camunda-admin Dashboard * ALL'),
  ('grant camunda-admin OperationLogCatgeory * ALL'),
  ('grant camunda-admin Optimize * ALL'),
  ('grant camunda-admin HistoricTask * ALL'),
  ('grant camunda-admin HistoricProcessInstance * ALL'),
  ('grant camunda-admin System * ALL'),
  ('filter.fasttrack-manager'),
  ('filter.fasttrack-engineer'),
  ('filter.fasttrack-ready-partner'),
  ('filter.mine'),
  ('filter.overdue')
) as made (thing)
where exists (select 1 from ACT_RU_AUTHORIZATION where GROUP_ID_ = 'camunda-admin');

-- With an OpenID Connect provider they made no groups, and users in the profile "local" alone.
insert into made_at_start (thing)
select thing from (values
  ('group fasttrack-manager'),
  ('group fasttrack-engineer'),
  ('group fasttrack-ready-partner'),
  ('group process-analyst'),
  ('group operator'),
  ('group service-account'),
  ('group camunda-admin')
) as made (thing)
where exists (select 1 from ACT_ID_GROUP where TYPE_ = 'WORKFLOW');

insert into made_at_start (thing)
select thing from (values
  ('user manager'),
  ('user engineer'),
  ('user partner'),
  ('user analyst'),
  ('user operator'),
  ('user crm'),
  ('user admin')
) as made (thing)
where exists (select 1 from ACT_ID_USER where LAST_ = 'local');
