-- Finds the countries and time zones that engagements have, whose working days decide what is due soon.
create index engagement_place on engagement (country, time_zone);
