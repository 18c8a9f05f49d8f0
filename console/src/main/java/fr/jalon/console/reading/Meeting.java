package fr.jalon.console.reading;

import fr.jalon.console.client.At;
import fr.jalon.console.client.HistoryTold;
import fr.jalon.console.client.RegisterCalls;
import fr.jalon.console.page.Together;
import fr.jalon.console.page.Visit;
import fr.jalon.console.say.Words;
import fr.jalon.events.time.MalformedDate;
import fr.jalon.events.time.Point;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A steering committee's day, to ask for what was so and what was known then. */
public record Meeting(String day, String said) {
    private static final String MOST = "20";

    /** Asks for the latest of a territory. */
    static Together.Asked<HistoryTold> asked(RegisterCalls register, String territory, Visit visit) {
        return Together.ask(() -> register.history(
                visit.caller(),
                territory,
                "steering-committee-held",
                null,
                null,
                null,
                null,
                "true",
                MOST,
                null,
                At.NOW));
    }

    static List<Meeting> of(List<JsonNode> items, Words words) {
        return items.stream()
                .filter(item -> item.path("retractedBy").isNull())
                .flatMap(item -> day(item.path("entry").path("effective").asString("")))
                .distinct()
                .map(day -> new Meeting(day.toString(), words.day(day)))
                .toList();
    }

    /** None where only the month is known. */
    private static Stream<LocalDate> day(String effective) {
        try {
            var window = Point.parse(effective).window();
            return window.earliest().equals(window.latest()) ? Stream.of(window.earliest()) : Stream.empty();
        } catch (MalformedDate noPoint) {
            return Stream.empty();
        }
    }
}
