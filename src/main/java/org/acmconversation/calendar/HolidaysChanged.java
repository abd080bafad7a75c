package org.acmconversation.calendar;

/**
 * The company's days off in a country or region have changed; a country's days off also apply in its regions. Published
 * in the transaction of the change.
 */
public record HolidaysChanged(String country) {}
