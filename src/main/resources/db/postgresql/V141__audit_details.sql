insert into audit_detail (audit_entry_id, content) select id, detail from audit_entry where detail <> '{}';
alter table audit_entry disable trigger audit_entry_is_append_only;
update audit_entry set detail = '{}' where detail <> '{}';
alter table audit_entry enable trigger audit_entry_is_append_only;

-- Nodes of the previous version still write details into the entry.
create function move_detail_of_audit_entry() returns trigger language plpgsql as $$
begin
  if new.detail <> '{}' then
    insert into audit_detail (audit_entry_id, content) values (new.id, new.detail);
    new.detail := '{}';
  end if;
  return new;
end
$$;

create trigger audit_entry_has_no_detail
  before insert on audit_entry
  for each row execute function move_detail_of_audit_entry();
