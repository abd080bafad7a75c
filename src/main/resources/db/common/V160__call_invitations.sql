-- The invitation to the conversation of an engagement, as it was sent last.
create table call_invitation (
  engagement_id uuid                        not null primary key references engagement (id),
  sequence      integer                     not null,
  starts_at     timestamp(6) with time zone not null,
  with_customer boolean                     not null,
  canceled      boolean                     not null
);

-- Whom it was sent to. Contacts are looked up again before the next one; person is the account of a colleague.
create table call_invitation_recipient (
  engagement_id uuid         not null references call_invitation (engagement_id),
  address       varchar(254) not null,
  name          varchar      not null,
  person        varchar(255),
  primary key (engagement_id, address)
);
