-- The ledger: what this service wants of FTOP (status) and what FTOP last confirmed (acknowledged_status).
create table ftop_task (
  engagement_id       uuid                        not null references engagement (id),
  catalog_id          varchar(20)                 not null,
  name                varchar(400)                not null,
  mandatory           boolean                     not null,
  role                varchar(40)                 not null,
  status              varchar(20)                 not null,
  acknowledged_status varchar(20),
  ftop_reference      varchar(200),
  decline_reason      varchar(4000),
  created_at          timestamp(6) with time zone not null,
  closed_at           timestamp(6) with time zone,
  primary key (engagement_id, catalog_id)
);
