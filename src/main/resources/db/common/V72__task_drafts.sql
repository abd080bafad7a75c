-- What somebody has begun to write in the form of a task. It goes with the task, whatever ends that.
create table task_draft (
  task_id  varchar(64)                 not null primary key references ACT_RU_TASK (ID_) on delete cascade,
  version  bigint                      not null,
  fields   varchar                     not null,
  saved_by varchar(255)                not null,
  saved_at timestamp(6) with time zone not null
);
