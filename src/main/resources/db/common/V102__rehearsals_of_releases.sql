-- What came of the scenarios of a draft. A node runs them; every node shows the result.
create table model_rehearsal (
  release_number bigint                      not null primary key references model_release (number) on delete cascade,
  -- Of the files that were run; a draft that has changed since is run again.
  sha256         varchar(64)                 not null,
  result         varchar                     not null,
  updated_at     timestamp(6) with time zone not null
);
