package fr.jalon.answers.contract;

import fr.jalon.answers.Sight;
import fr.jalon.answers.Stretch;
import fr.jalon.events.entry.WorldEntry;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.meaning.Meaning;
import fr.jalon.events.meaning.Subject;
import fr.jalon.events.time.Days;
import fr.jalon.events.time.Effective;
import fr.jalon.events.time.Window;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What is or was announced, as a timeline has it: when it was to be, and until when it was awaited. */
@Schema(description = "What is or was announced: when it was to be, and until when it was awaited")
public record AnnouncementOverDays(
        @Schema(description = "The id of the entry that announces it")
        UUID entryId,

        @Schema(description = "The type of that entry", example = "worksite-joined-programme")
        String type,

        @Schema(description = "planned, or possible where it is only hoped for", example = "planned")
        String status,

        @Schema(description = "When it is to be, as it was recorded (EDTF)", example = "2023")
        String effective,

        @Schema(description = "The first day it may be; null where that is open", example = "2023-01-01") @Nullable
        LocalDate from,

        @Schema(description = "The last day it may be; null where that is open", example = "2023-12-31") @Nullable
        LocalDate to,

        @Schema(
                description = "The days on which it is announced and has not come: first/last, .. where open",
                example = "../2023-06-30")
        String awaited,

        @Schema(description = "The kind of fact that it would be; null where it would move none", example = "worksite")
        @Nullable
        String subject,

        @Schema(description = "Which of that kind, as its key in the state", example = "jardins-du-nord/convergence")
        @Nullable
        String key,

        @Schema(description = Described.VALUE) ObjectNode value,
        @Schema(description = Described.CONTESTED) boolean contested) {
    static AnnouncementOverDays of(Stretch announced, @Nullable Subject subject) {
        ObjectNode value = announced.value().deepCopy();
        String effective = Objects.requireNonNull(announced.since());
        Window expected = Effective.parse(effective).start().window();
        return new AnnouncementOverDays(
                UUID.fromString(announced.subject().key()),
                value.remove("type").stringValue(),
                value.remove("status").stringValue(),
                effective,
                bounded(expected.earliest()),
                bounded(expected.latest()),
                ValueOverDays.days(announced.possible()),
                subject == null ? null : subject.kind().code(),
                subject == null ? null : subject.key(),
                value,
                announced.contested());
    }

    /** The subject whose value it would move; null where it would move none. */
    static @Nullable Subject subject(String territory, Stretch announced) {
        ObjectNode entry = Sight.unmarked(announced.value())
                .put("entryId", announced.subject().key())
                .put("territory", territory)
                .put("effective", announced.since());
        Meaning meaning = Meaning.of((WorldEntry) EntryJson.read(entry.toString()));
        return meaning == null ? null : meaning.subject();
    }

    private static @Nullable LocalDate bounded(LocalDate day) {
        return Days.isBounded(day) ? day : null;
    }
}
