-- Customer name and external id as the search compares them (SearchKey). Without one is only what a node of an older
-- version has started, until a job fills it in.
alter table engagement add column search_key varchar;

-- When an answer was last given, from which on it is kept for a while.
alter table idempotent_answer add column used_at timestamp(6) with time zone default current_timestamp not null;
create index idempotent_answer_used_at on idempotent_answer (used_at);
