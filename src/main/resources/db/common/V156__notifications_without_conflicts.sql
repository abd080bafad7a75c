-- Two transactions that tell a person of the same matter must not fail because of each other.
alter table notification drop constraint notification_matter;

create index notification_person on notification (person, kind, matter);
