-- Where the tables belong to another user than the application's, this is all that the application may do with them:
-- work on their rows, but for the audit trail, to which it may only add and
-- of which it may delete what has expired, and Flyway's history, which is the owner's.
do $$
declare
  application text := '${applicationUser}';
  owned       text;
begin
  if application <> current_user then
    for owned in
      select tablename from pg_tables
      where schemaname = current_schema and tableowner = current_user
        and tablename not in ('audit_entry', 'flyway_schema_history')
    loop
      execute format('grant select, insert, update, delete on %I to %I', owned, application);
    end loop;
    execute format('grant select, insert on audit_entry to %I', application);
    execute format('grant execute on function delete_expired_audit_entries(bigint[]) to %I', application);
    execute format('grant select on flyway_schema_history to %I', application);
  end if;
end
$$;
