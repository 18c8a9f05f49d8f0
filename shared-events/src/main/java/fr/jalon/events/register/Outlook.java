package fr.jalon.events.register;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.entry.WorldEntry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.meaning.CompanionKind;
import fr.jalon.events.meaning.Subject;
import fr.jalon.events.time.DayRange;
import fr.jalon.events.time.Days;
import fr.jalon.events.time.Effective;
import fr.jalon.events.timeline.Span;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What is planned or possible, not yet so (<i>perspectives</i>). An announcement stands until the first day on which
 * what fulfils it may have come true, or on which it may have been abandoned.
 */
final class Outlook {
    private Outlook() {}

    static Subject subject(UUID announcement) {
        return CompanionKind.OUTLOOK.of(announcement);
    }

    static List<Span> spans(Filed announcement, Stream<WorldEntry> fulfilments) {
        WorldEntry content = announcement.content();
        if (content.isActual() || !announcement.stands()) {
            return List.of();
        }
        LocalDate end = Stream.concat(fulfilments, announcement.abandonments())
                .map(Outlook::firstDay)
                .min(Comparator.naturalOrder())
                .orElse(Days.NEVER);
        if (end.equals(Days.ALWAYS)) {
            return List.of();
        }
        DayRange stands = new DayRange(Days.ALWAYS, end);
        return List.of(new Span(
                subject(content.entryId()),
                value(content),
                stands,
                stands,
                stands,
                effective(content).text(),
                null,
                List.of(content.entryId()),
                announcement.isContested()));
    }

    private static Map<String, Object> value(WorldEntry content) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("type", EntryType.of(content).name());
        value.put("status", content.header().status());
        value.putAll(EntryJson.attributes(content));
        return value;
    }

    private static LocalDate firstDay(Entry entry) {
        return effective(entry).start().window().earliest();
    }

    private static Effective effective(Entry entry) {
        return Objects.requireNonNull(entry.effective());
    }
}
