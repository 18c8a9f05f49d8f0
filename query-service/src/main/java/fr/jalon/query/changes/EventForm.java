package fr.jalon.query.changes;

import fr.jalon.events.entry.Code;
import fr.jalon.events.json.Json;
import fr.jalon.query.asked.QueryProblems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether events have names, for which a reader listens one by one, or all reach whoever listens for messages. */
enum EventForm implements Code {
    NAMED,
    PLAIN;

    /** The form that a reader asks for; names where none is asked for. */
    static EventForm of(@Nullable String given) {
        return given == null ? NAMED : QueryProblems.among("events", given, List.of(values()));
    }

    /** An event as it is sent. */
    String event(ChangeId id, String name, Object data) {
        String named = this == NAMED ? "event: " + name + "\n" : "";
        return "id: " + id + "\n" + named + "data: " + Json.text(data) + "\n\n";
    }
}
