-- Entries can be deleted once they are a year old, by the table's owner and through this function. It belongs to the
-- owner, and the application may call it (afterMigrate.sql). How long entries are kept beyond that year is a setting.
create or replace function refuse_change_of_audit_entry() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and tg_level = 'ROW' then
    if old.occurred_at < now() - interval '365 days' then
      return old;
    end if;
  end if;
  raise exception 'audit_entry is append-only' using errcode = 'insufficient_privilege';
end
$$;

create function delete_expired_audit_entries(ids bigint[]) returns bigint
language sql security definer set search_path from current as $$
  with deleted as (delete from audit_entry where id = any(ids) returning 1)
  select count(*) from deleted
$$;
revoke all on function delete_expired_audit_entries(bigint[]) from public;
