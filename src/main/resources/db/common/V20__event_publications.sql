-- Spring Modulith's registry: events that a listener has yet to take. Taken ones are deleted, by their id.
create table event_publication (
  id               uuid                        not null primary key,
  listener_id      varchar                     not null,
  event_type       varchar                     not null,
  serialized_event varchar                     not null,
  publication_date timestamp(6) with time zone not null,
  completion_date  timestamp(6) with time zone
);

create index event_publication_date on event_publication (publication_date);
