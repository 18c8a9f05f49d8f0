package fr.jalon.readmodel.projection;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.meaning.CompanionKind;
import fr.jalon.events.meaning.Subject;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Remark;
import fr.jalon.events.time.DayRange;
import fr.jalon.events.time.Days;
import fr.jalon.events.timeline.Span;
import fr.jalon.store.entry.LoggedEntry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Given entries that were read, when one more is, then these rows end (-) and these begin (+). */
final class ProjectionScenario {
    private Projected projected = Projected.NOTHING;
    private final List<String> changes = new ArrayList<>();

    static ProjectionScenario given(Entry... entries) {
        ProjectionScenario scenario = new ProjectionScenario();
        for (Entry entry : entries) {
            scenario.read(entry);
        }
        return scenario;
    }

    ProjectionScenario reading(Entry entry) {
        Change change = read(entry);
        change.closed().forEach(row -> changes.add("- " + text(row.span())));
        change.opened().forEach(row -> changes.add("+ " + text(row.span())));
        change.takenBack().forEach(remark -> changes.add("- " + text(remark)));
        change.made().forEach(remark -> changes.add("+ " + text(remark)));
        return this;
    }

    void then(String rows) {
        assertThat(String.join("\n", changes)).isEqualTo(rows.strip());
    }

    private Change read(Entry entry) {
        long position = projected.position() + 1;
        Recorded recorded = new Recorded(position, Instant.EPOCH.plusSeconds(position), entry);
        Change change = projected.with(
                new LoggedEntry(position, entry.territory(), recorded, null, null, EntryJson.write(entry)));
        projected = change.after();
        return change;
    }

    /** Subject, value, days that it is possible and certain, entries it rests on. */
    private static String text(Span span) {
        String value = EntryJson.nameless(span.value()).toString().replace("\"", "");
        DayRange certain = span.certain();
        String entries = span.entries().stream().map(ProjectionScenario::number).collect(Collectors.joining(" "));
        return subject(span.subject()) + " " + value + " " + text(span.possible())
                + (certain == null ? "" : " certain " + text(certain))
                + (span.contested() ? " contested" : "")
                + (entries.isEmpty() ? "" : " by " + entries);
    }

    /** An announcement is known by the entry it rests on. */
    private static String subject(Subject subject) {
        return subject.kind() == CompanionKind.OUTLOOK ? subject.kind().code() : subject.toString();
    }

    private static String text(DayRange days) {
        return "[" + text(days.from()) + "," + text(days.to()) + ")";
    }

    private static String text(LocalDate day) {
        return Days.isBounded(day) ? day.toString() : "";
    }

    private static String text(Remark remark) {
        return "%s says that %s is %s"
                .formatted(
                        number(remark.entryId()),
                        number(remark.target()),
                        remark.kind().code());
    }

    private static String number(UUID entry) {
        return Long.toString(entry.getLeastSignificantBits());
    }
}
