-- Countries and regions whose company days off have changed, and whose deadlines are still to move.
create table moving_deadlines (
  country       varchar(6)                  not null primary key,
  -- New with each change, so that whoever is moving deadlines notices it.
  change_id     uuid                        not null,
  changed_at    timestamp(6) with time zone not null,
  looking_again boolean                     not null,
  -- The engagements up to this one are done.
  moved_to      uuid
);

create index moving_deadlines_next on moving_deadlines (looking_again, changed_at);
