package org.acmconversation.calendar;

import java.time.LocalDate;

/** A day off of the company in a country or region, beside its public holidays. */
public record CompanyDay(String country, LocalDate date, String name) {}
