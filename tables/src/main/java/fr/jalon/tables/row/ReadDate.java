package fr.jalon.tables.row;

import fr.jalon.events.phrase.DateReading;

/**
 * A date of a row that was written as people say it, or that a spreadsheet made a day, to be said back.
 *
 * @param column its header
 */
public record ReadDate(String column, DateReading.Read read) {}
