package fr.jalon.console.frise;

import fr.jalon.console.client.TerritoryTimeline;
import fr.jalon.console.client.TerritoryTimeline.Expected;
import fr.jalon.console.client.TerritoryTimeline.SubjectOverDays;
import fr.jalon.console.client.TerritoryTimeline.ValueOverDays;
import fr.jalon.console.draw.Bar;
import fr.jalon.console.draw.Frise;
import fr.jalon.console.page.Visit;
import fr.jalon.events.language.Sentences;
import fr.jalon.events.meaning.SubjectKind;
import fr.jalon.events.said.AnswerWords;
import fr.jalon.events.time.DayRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Makes a {@link Frise} of what a register tells: of each subject its values, and what is announced of it. */
final class FriseDrawing {
    private static final List<String> KINDS =
            SubjectKind.all().stream().map(SubjectKind::code).toList();
    private static final Comparator<Of> ORDER = Comparator.comparing((Of of) -> !of.key.isEmpty())
            .thenComparingInt(of -> KINDS.indexOf(of.kind))
            .thenComparing(Of::key);

    private final TerritoryTimeline timeline;
    private final Visit visit;
    private final AnswerWords words;
    private final LocalDate today;
    private final Sentences sentences;

    FriseDrawing(TerritoryTimeline timeline, Visit visit, LocalDate today) {
        this.timeline = timeline;
        this.visit = visit;
        this.words = visit.words().answers();
        this.today = today;
        this.sentences =
                Sentences.of(FriseDrawing.class, "drawing", visit.caller().language());
    }

    /** Which subject; an announcement that would move none is its own. */
    private record Of(String kind, String key) {}

    /** What is known of a subject. */
    private record Known(List<ValueOverDays> values, List<Expected> expected) {
        static Known nothing() {
            return new Known(new ArrayList<>(), new ArrayList<>());
        }
    }

    /** All days that something is told of. */
    List<DayRange> told() {
        return Stream.concat(
                        timeline.subjects().stream()
                                .flatMap(subject -> subject.stretches().stream())
                                .map(value -> WrittenDays.of(value.possible())),
                        awaited().map(expected -> WrittenDays.between(expected.from(), expected.to())))
                .toList();
    }

    /** @param zoomed the address of the same of other days */
    Frise of(ShownDays shown, String name, Function<DayRange, String> zoomed) {
        Map<Of, Known> known = new TreeMap<>(ORDER);
        for (SubjectOverDays subject : timeline.subjects()) {
            known.computeIfAbsent(new Of(subject.subject(), subject.key()), none -> Known.nothing())
                    .values
                    .addAll(subject.stretches());
        }
        awaited()
                .forEach(expected -> known.computeIfAbsent(of(expected), none -> Known.nothing())
                        .expected
                        .add(expected));
        Map<String, List<Frise.Lane>> families = new LinkedHashMap<>();
        known.forEach((of, told) ->
                families.computeIfAbsent(family(of), none -> new ArrayList<>()).add(lane(of, told, shown)));
        return new Frise(
                sentences.say("frise.title", name),
                sentences.say("frise.description", known.size()),
                shown.days(),
                today,
                visit.dates().asOf(),
                families.entrySet().stream()
                        .map(each -> new Frise.Family(each.getKey(), each.getValue()))
                        .toList(),
                zoomed);
    }

    /** What has come, or was given up, by the day asked about is announced no more. */
    private Stream<Expected> awaited() {
        LocalDate asOf = visit.dates().asOf();
        return timeline.outlook().stream()
                .filter(expected -> WrittenDays.of(expected.awaited()).contains(asOf));
    }

    private static Of of(Expected expected) {
        return expected.subject() == null || expected.key() == null
                ? new Of("outlook", expected.entryId())
                : new Of(expected.subject(), expected.key());
    }

    /** Kinds that a territory has one of stand together, first. */
    private String family(Of of) {
        return of.key.isEmpty() ? sentences.words("family.of-one") : words.subject(of.kind);
    }

    private Frise.Lane lane(Of of, Known known, ShownDays shown) {
        SubjectAddress address = SubjectAddress.of(timeline.territory(), of.kind, of.key, null);
        List<Bar> bars = new ArrayList<>();
        known.values.forEach(value -> bars.add(held(of, value, address, shown)));
        known.expected.forEach(expected -> bars.add(announced(expected)));
        return new Frise.Lane(
                name(of, known),
                known.values.isEmpty()
                        ? entry(known.expected.getFirst())
                        : address.on(asked(), visit.at().knownAt()),
                bars);
    }

    private String name(Of of, Known known) {
        JsonNode latest = known.values.isEmpty()
                ? known.expected.getLast().value()
                : known.values.getLast().value();
        return NamedSubject.of(of.kind, of.key, latest, words).name();
    }

    private Bar.Held held(Of of, ValueOverDays value, SubjectAddress address, ShownDays shown) {
        DayRange possible = WrittenDays.of(value.possible());
        DayRange certain = WrittenDays.orNull(value.certain());
        LocalDate first = certain == null ? possible.from() : certain.from();
        LocalDate day = shown.days().contains(first) ? first : visit.dates().asOf();
        return new Bar.Held(
                NamedSubject.of(of.kind, of.key, value.value(), words).said(),
                possible,
                certain,
                value.contested(),
                address.on(day, visit.at().knownAt()));
    }

    private Bar.Announced announced(Expected expected) {
        return new Bar.Announced(
                words.type(expected.type()),
                WrittenDays.between(expected.from(), expected.to()),
                expected.status().equals("planned"),
                expected.contested(),
                entry(expected));
    }

    private String entry(Expected expected) {
        return visit.to("/console/territories/" + timeline.territory() + "/entries/" + expected.entryId());
    }

    private @Nullable LocalDate asked() {
        return visit.at().asOf() == null ? null : visit.dates().asOf();
    }
}
