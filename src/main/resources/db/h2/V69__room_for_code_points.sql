-- The limits count code points, as PostgreSQL does; H2 counts UTF-16 units, of which a code point has up to two.
alter table engagement alter column external_id set data type varchar(200);
alter table engagement alter column customer_name set data type varchar(400);
alter table engagement alter column tenant_id set data type varchar(200);
alter table engagement alter column withdrawal_reason set data type varchar(4000);
