-- H2's function of this name. PostgreSQL replaces a call by the containment itself, which the GIN indexes answer; they
-- know nothing of "= any".
create function array_contains(elements varchar[], element varchar) returns boolean
language sql immutable parallel safe
as 'select elements @> array[element]';
