package fr.jalon.readmodel.question;

import java.time.Instant;

/**
 * How far all registers together are read.
 *
 * @param tag changes whenever anything is read into any register
 * @param lastRecordedAt the latest recorded time of all that is read; the epoch where nothing is
 * @param entries how many entries that is
 * @param copy which copy of the read models this is of: a rebuild puts another in its place
 */
public record Frontier(String tag, Instant lastRecordedAt, long entries, long copy) {}
