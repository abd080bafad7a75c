-- Looked for every minute: erasures that wait for the end of their engagement's process.
create index erasure_erased_at on erasure (erased_at);
