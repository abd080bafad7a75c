insert into audit_detail (audit_entry_id, content) select id, detail from audit_entry where detail <> '{}';
update audit_entry set detail = '{}' where detail <> '{}';
