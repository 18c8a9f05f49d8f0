package fr.jalon.events.timeline;

import fr.jalon.events.meaning.Subject;
import fr.jalon.events.time.DayRange;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A value and the days on which its subject has it.
 *
 * @param possible the days on which it may be so
 * @param certain the days on which it is so for certain; null where there is none
 * @param held the days on which its subject has this or another value for certain; null where there is none
 * @param since its beginning as written; null where it always was
 * @param until its end as written; null where none is known
 * @param entries the entries it rests on, in timeline order
 * @param contested whether somebody contests one of those
 */
public record Span(
        Subject subject,
        Map<String, Object> value,
        DayRange possible,
        @Nullable DayRange certain,
        @Nullable DayRange held,
        @Nullable String since,
        @Nullable String until,
        List<UUID> entries,
        boolean contested) {}
