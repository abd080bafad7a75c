-- Where the tables belong to another user than the application's, this is all that the application may do with them.
do $$
declare
  application text := '${applicationUser}';
  engines     text;
begin
  if application <> current_user then
    execute format('grant select, insert, update, delete on engagement, idempotent_answer, ftop_task, timeline_entry to %I', application);
    execute format('grant select, insert, update, delete on event_publication, webhook_stream, webhook_message, webhook_turn to %I', application);
    execute format('grant select, insert, update, delete on ftop_reconciliation, shedlock, spring_session, spring_session_attributes to %I', application);
    for engines in select tablename from pg_tables where schemaname = current_schema and tablename like 'act\_%' loop
      execute format('grant select, insert, update, delete on %I to %I', engines, application);
    end loop;
    execute format('grant select on flyway_schema_history to %I', application);
    execute format('grant select, insert on audit_entry to %I', application);
  end if;
end
$$;
