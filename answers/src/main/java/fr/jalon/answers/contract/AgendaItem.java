package fr.jalon.answers.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import fr.jalon.answers.Agenda;
import fr.jalon.answers.Agenda.Item;
import fr.jalon.answers.Sentence;
import fr.jalon.answers.Stretch;
import fr.jalon.answers.Telling;
import fr.jalon.events.meaning.CompanionKind;
import fr.jalon.events.time.Days;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** One line of an agenda as answers have it: its days, what it is about and a sentence in both languages. */
@Schema(description = "What happens on a day, compared with the day before, or what is announced")
public record AgendaItem(
        @Schema(description = "What happens; planned, possible and overdue speak of what is announced")
        Agenda.Kind kind,

        @Schema(description = "The first day of which it is true; null where that is open", example = "2023-01-01")
        @Nullable
        LocalDate from,

        @Schema(description = "The last day it may be; null where that is open", example = "2023-12-31") @Nullable
        LocalDate to,

        @Schema(description = Described.SUBJECT, example = "funding")
        String subject,

        @Schema(description = Described.KEY, example = "mel-programmes")
        String key,

        @Schema(
                description = "The type of the entry that is announced; left out of facts",
                example = "project-launched")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String type,

        @Schema(description = "planned, or possible where it is only hoped for; left out of facts", example = "planned")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String status,

        @Schema(description = Described.VALUE) ObjectNode value,

        @Schema(description = Described.SINCE, example = "[..2022]") @Nullable
        String since,

        @Schema(description = Described.UNTIL, example = "2023") @Nullable
        String until,

        @Schema(description = Described.ENTRIES) List<UUID> entries,
        @Schema(description = Described.CONTESTED) boolean contested,
        @Schema(description = Described.SENTENCE) Sentence sentence) {
    static AgendaItem of(Item item) {
        Stretch stretch = item.stretch();
        ObjectNode value = stretch.value().deepCopy();
        return new AgendaItem(
                item.kind(),
                bounded(item.days().earliest()),
                bounded(item.days().latest()),
                stretch.subject().kind().code(),
                stretch.subject().key(),
                isAnnouncement(item) ? value.remove("type").stringValue() : null,
                isAnnouncement(item) ? value.remove("status").stringValue() : null,
                value,
                stretch.since(),
                stretch.until(),
                stretch.entries(),
                stretch.contested(),
                Telling.of(item));
    }

    private static boolean isAnnouncement(Item item) {
        return item.stretch().subject().kind() == CompanionKind.OUTLOOK;
    }

    private static @Nullable LocalDate bounded(LocalDate day) {
        return Days.isBounded(day) ? day : null;
    }
}
