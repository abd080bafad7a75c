package org.acmconversation.calendar;

/** The company's days off in a country or region have changed; those of a country count in its regions. */
public record HolidaysChanged(String country) {}
