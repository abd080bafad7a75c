#!/bin/bash
# Creates the owner of the tables and a separate user for the service, which therefore cannot rewrite its audit trail
# (docs/security.md), and a database for Keycloak. Runs once, when the volume is empty.
set -eu
secrets=${SECRETS:-/run/secrets}
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  -v owner_password="$(cat "$secrets/spring.flyway.password")" \
  -v password="$(cat "$secrets/spring.datasource.password")" \
  -v keycloak_password="$(cat "$secrets/keycloak-db-password")" <<'SQL'
create role acm_owner login password :'owner_password';
create role acm login password :'password';
create database acm owner acm_owner;
create role keycloak login password :'keycloak_password';
create database keycloak owner keycloak;
revoke connect on database acm from public;
grant connect on database acm to acm;
revoke connect on database keycloak from public;
\c acm
grant create on schema public to acm_owner;
SQL
