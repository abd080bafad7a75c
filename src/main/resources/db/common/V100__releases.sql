-- Releases of the models and drafts of releases. What was published never changes.
create table model_release (
  number            bigint                      generated always as identity primary key,
  state             varchar(10)                 not null,
  -- True in the one that new engagements start with, and null in any other: so there are never two.
  active            boolean,
  base              bigint,
  -- Who made it: a person, or a node from its jar.
  origin            varchar(10)                 not null,
  author            varchar(255)                not null,
  approver          varchar(255),
  note              varchar(2000),
  created_at        timestamp(6) with time zone not null,
  published_at      timestamp(6) with time zone,
  sha256            varchar(64)                 not null,
  -- Null in drafts, and in a release that stands for what people had deployed before there were releases.
  deployment_id     varchar(64),
  removed_on_intake varchar                     not null,
  -- Of the jar that brought it.
  version           varchar(100),
  built_at          timestamp(6) with time zone,
  -- Grows with each change of a draft, so that two people do not overwrite each other.
  revision          bigint                      not null,
  constraint model_release_active unique (active),
  constraint model_release_active_true check (active)
);

create index model_release_sha256 on model_release (sha256);
create index model_release_author on model_release (state, author);

create table model_release_file (
  release_number bigint       not null references model_release (number) on delete cascade,
  path           varchar(300) not null,
  content        bytea        not null,
  primary key (release_number, path)
);
