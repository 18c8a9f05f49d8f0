package fr.jalon.answers.contract;

import fr.jalon.answers.Stretch;
import fr.jalon.events.json.Json;
import fr.jalon.events.meaning.CompanionKind;
import fr.jalon.events.meaning.FactKind;
import fr.jalon.events.meaning.Subject;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All that a territory's register tells, over all days, as answers have it (<i>frise</i>). */
@Schema(name = "Timeline", description = "What held, holds or will hold in a territory, over all days")
public record TimelineAnswer(
        @Schema(description = Described.TERRITORY, example = Described.LILLE)
        String territory,

        @Schema(description = Described.KNOWN_AT, example = Described.INSTANT) @Nullable
        String knownAt,

        @Schema(description = Described.POSITION, minimum = "0", example = "12")
        long position,

        @Schema(description = "The subjects that have a value on some day, in the order of the vocabulary, then by key")
        List<SubjectOverDays> subjects,

        @Schema(description = "What is or was announced, by the first day it may be")
        List<AnnouncementOverDays> outlook) {
    /** By what an answer shows alone, so that read model and fold sort alike. */
    private static final Comparator<Stretch> BEGINNINGS = Comparator.comparing(
                    (Stretch stretch) -> stretch.possible().from())
            .thenComparing(stretch -> stretch.possible().to())
            .thenComparing(Stretch::since, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(stretch -> ids(stretch.entries()))
            .thenComparing(stretch -> Json.sorted(stretch.value()));

    private static final Comparator<AnnouncementOverDays> COMING = Comparator.comparing(
                    AnnouncementOverDays::from, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(AnnouncementOverDays::to, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(announcement -> announcement.entryId().toString());

    /** One subject's values, in the order of their days. */
    @Schema(description = "One subject's values, in the order of their days")
    public record SubjectOverDays(
            @Schema(description = "The kind of fact, as /api/v1/entry-types lists them", example = "funding")
            String subject,

            @Schema(description = Described.KEY, example = "mel-programmes")
            String key,

            @Schema(
                    description =
                            "By their first days; those of several values may overlap where nobody knows which it is")
            List<ValueOverDays> stretches) {
        private static SubjectOverDays of(Subject subject, List<Stretch> stretches) {
            return new SubjectOverDays(
                    subject.kind().code(),
                    subject.key(),
                    stretches.stream().sorted(BEGINNINGS).map(ValueOverDays::of).toList());
        }
    }

    /**
     * The timeline of these.
     *
     * @param stretches those wanted, all announcements and all names
     * @param isWanted of which subjects announcements are told
     * @param knownAt what the answer says it was known at; null at position 0
     */
    public static TimelineAnswer of(
            String territory,
            List<Stretch> stretches,
            Predicate<@Nullable Subject> isWanted,
            @Nullable String knownAt,
            long position) {
        Map<Subject, String> names = Stretch.names(stretches.stream());
        SortedMap<Subject, List<Stretch>> held = stretches.stream()
                .filter(stretch -> stretch.subject().kind() instanceof FactKind)
                .map(stretch -> stretch.named(names))
                .collect(Collectors.groupingBy(Stretch::subject, TreeMap::new, Collectors.toList()));
        return new TimelineAnswer(
                territory,
                knownAt,
                position,
                held.entrySet().stream()
                        .map(each -> SubjectOverDays.of(each.getKey(), each.getValue()))
                        .toList(),
                stretches.stream()
                        .filter(stretch -> stretch.subject().kind() == CompanionKind.OUTLOOK)
                        .map(stretch -> Announced.of(territory, stretch))
                        .filter(announced -> isWanted.test(announced.subject()))
                        .map(announced -> announced.named(names))
                        .sorted(COMING)
                        .toList());
    }

    private static String ids(List<UUID> entries) {
        return entries.stream().map(UUID::toString).collect(Collectors.joining(","));
    }

    /** An announcement and the subject that it would be of. */
    private record Announced(Stretch stretch, @Nullable Subject subject) {
        static Announced of(String territory, Stretch stretch) {
            return new Announced(stretch, AnnouncementOverDays.subject(territory, stretch));
        }

        AnnouncementOverDays named(Map<Subject, String> names) {
            return AnnouncementOverDays.of(stretch.named(names), subject);
        }
    }
}
