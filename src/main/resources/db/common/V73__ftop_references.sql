-- People look for a customer by the reference that FTOP gave.
create index ftop_task_reference on ftop_task (ftop_reference);
