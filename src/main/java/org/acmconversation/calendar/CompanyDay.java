package org.acmconversation.calendar;

import java.time.LocalDate;

/** A company day off in a country or region, in addition to its public holidays. */
public record CompanyDay(String country, LocalDate date, String name) {}
