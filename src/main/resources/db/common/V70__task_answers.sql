-- What people answered in the form of a task, as they saw it. Variables hold the last answer only, and of processes that
-- have ended none.
create table task_answer (
  task_id       varchar(64) not null primary key,
  engagement_id uuid        not null references engagement (id),
  answers       varchar     not null
);
create index task_answer_engagement on task_answer (engagement_id);
