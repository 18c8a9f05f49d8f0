package fr.jalon.command.territory;

import fr.jalon.events.entry.Entry;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The one command: record this entry in its territory's register.
 *
 * @param expectedPosition the register's last position as its author knew it; null where they do not care
 * @param today the day it is where the programme is, for nothing actual takes effect later
 */
public record RecordEntry(Entry entry, @Nullable Long expectedPosition, LocalDate today) {}
