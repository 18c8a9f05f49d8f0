package fr.jalon.readmodel.rebuild;

import java.time.Duration;
import java.util.List;

/**
 * What a rebuild did.
 *
 * @param parked the territories with an entry that could not be taken in, and stopped before it
 */
public record Rebuilt(long entries, Duration took, List<String> parked) {}
