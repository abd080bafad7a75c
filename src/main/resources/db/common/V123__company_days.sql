-- Days off of the company, beside public holidays. Those of a country count in its regions.
create table company_day (
  country varchar(6) not null,
  day_off date       not null,
  name    varchar    not null,
  primary key (country, day_off)
);
