-- For parts of words. The extension comes with PostgreSQL, and the owner of the database may create it.
create extension if not exists pg_trgm;
create index engagement_search_key on engagement using gin (search_key gin_trgm_ops);

create index engagement_without_search_key on engagement (id) where search_key is null;
