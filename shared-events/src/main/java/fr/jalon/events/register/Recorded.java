package fr.jalon.events.register;

import fr.jalon.events.entry.Entry;
import java.time.Instant;

/**
 * An entry the register holds.
 *
 * @param position its number in its territory's register, from 1
 * @param recordedAt the instant the store accepted it, strictly increasing with the position
 */
public record Recorded(long position, Instant recordedAt, Entry entry) {}
