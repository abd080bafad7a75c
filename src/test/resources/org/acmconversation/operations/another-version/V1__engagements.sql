create table something_else (id int);
