-- Against whoever may write to the table, superusers included. Only its owner can take the triggers away, so let the
-- application log in as another user (docs/security.md).
create function refuse_change_of_audit_entry() returns trigger language plpgsql as $$
begin
  raise exception 'audit_entry is append-only' using errcode = 'insufficient_privilege';
end
$$;

create trigger audit_entry_is_append_only
  before update or delete on audit_entry
  for each row execute function refuse_change_of_audit_entry();

create trigger audit_entry_is_not_truncated
  before truncate on audit_entry
  for each statement execute function refuse_change_of_audit_entry();
