create index engagement_services on engagement using gin (services);
create index engagement_initiatives on engagement using gin (initiatives);
