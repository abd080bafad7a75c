create table engagement (
  id                              uuid                        not null primary key,
  external_id                     varchar(100)                not null,
  customer_name                   varchar(200)                not null,
  tenant_id                       varchar(100),
  segment                         varchar(20)                 not null,
  licenses                        integer                     not null,
  services                        varchar(60) array           not null,
  initiatives                     varchar(40) array           not null,
  kickoff_held                    boolean                     not null,
  benefit_understood              boolean                     not null,
  resources_clear                 boolean                     not null,
  in_enterprise_adoption_program  boolean                     not null,
  status                          varchar(20)                 not null,
  outcome                         varchar(40),
  withdrawal_reason               varchar(2000),
  process_instance_id             varchar(64),
  started_at                      timestamp(6) with time zone not null,
  ended_at                        timestamp(6) with time zone,
  constraint engagement_external_id unique (external_id)
);

create index engagement_started_at on engagement (started_at, id);

-- The first answer to each Idempotency-Key, kept to be given again.
create table idempotent_answer (
  request_key    varchar(255)                not null primary key,
  request_digest varchar(64)                 not null,
  engagement_id  uuid,
  body           varchar,
  created_at     timestamp(6) with time zone not null
);
