-- Runs of the comparison of the ledger with FTOP, the latest of which are kept.
create table ftop_reconciliation (
  id            uuid                        not null primary key,
  started_at    timestamp(6) with time zone not null,
  ended_at      timestamp(6) with time zone not null,
  compared      bigint                      not null,
  repaired      integer                     not null,
  unrepaired    integer                     not null,
  asked_again   integer                     not null,
  failure       varchar(20),
  differences   text                        not null
);
create index ftop_reconciliation_started_at on ftop_reconciliation (started_at);

-- Who does what only one node may do at a time.
create table shedlock (
  name       varchar(64)  not null primary key,
  lock_until timestamp(3) not null,
  locked_at  timestamp(3) not null,
  locked_by  varchar(255) not null
);

create index ftop_task_failed_at on ftop_task (failed_at);
