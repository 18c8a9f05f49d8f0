package fr.jalon.answers.contract;

import fr.jalon.answers.Stretch;
import fr.jalon.events.time.DayRange;
import fr.jalon.events.time.Days;
import fr.jalon.events.timeline.Span;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A {@link Stretch} as answers have it. */
@Schema(description = "A value over all the days its subject may have it")
public record ValueOverDays(
        @Schema(description = Described.VALUE) ObjectNode value,

        @Schema(description = Described.POSSIBLE, example = "2022-01-01/2023-12-30")
        String possible,

        @Schema(description = Described.CERTAIN, example = "2022-12-31/2022-12-31") @Nullable
        String certain,

        @Schema(description = Described.SINCE, example = "[..2022]") @Nullable
        String since,

        @Schema(description = Described.UNTIL, example = "2023") @Nullable
        String until,

        @Schema(description = Described.ENTRIES) List<UUID> entries,
        @Schema(description = Described.CONTESTED) boolean contested) {
    private static final String OPEN = "..";

    /** Without the names that things have. */
    public static List<ValueOverDays> of(List<Span> spans) {
        return spans.stream().map(Stretch::of).map(ValueOverDays::of).toList();
    }

    public static ValueOverDays of(Stretch stretch) {
        DayRange certain = stretch.certain();
        return new ValueOverDays(
                stretch.value(),
                days(stretch.possible()),
                certain == null ? null : days(certain),
                stretch.since(),
                stretch.until(),
                stretch.entries(),
                stretch.contested());
    }

    /** As an EDTF interval, both ends inclusive. */
    static String days(DayRange range) {
        String from = Days.isBounded(range.from()) ? range.from().toString() : OPEN;
        String to = Days.isBounded(range.to()) ? range.to().minusDays(1).toString() : OPEN;
        return from + "/" + to;
    }
}
