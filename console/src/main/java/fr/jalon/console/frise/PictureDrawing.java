package fr.jalon.console.frise;

import fr.jalon.console.client.SubjectPicture;
import fr.jalon.console.client.SubjectPicture.KnownValue;
import fr.jalon.console.client.SubjectPicture.RecordedEdge;
import fr.jalon.console.draw.Picture;
import fr.jalon.console.draw.Picture.Area;
import fr.jalon.console.draw.Picture.Band;
import fr.jalon.console.draw.PictureSvg;
import fr.jalon.console.page.Visit;
import fr.jalon.events.language.Sentences;
import fr.jalon.events.said.AnswerWords;
import fr.jalon.events.time.DayRange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Makes a {@link Picture} of what was ever told of a subject. */
final class PictureDrawing {
    private final SubjectPicture told;
    private final Visit visit;
    private final AnswerWords words;
    private final LocalDate today;
    private final Sentences sentences;
    private final List<Band> bands;

    PictureDrawing(SubjectPicture told, Visit visit, LocalDate today) {
        this.told = told;
        this.visit = visit;
        this.words = visit.words().answers();
        this.today = today;
        this.sentences =
                Sentences.of(PictureDrawing.class, "drawing", visit.caller().language());
        this.bands = bands();
    }

    String name() {
        return told.rectangles().isEmpty()
                ? words.subject(told.subject())
                : named(told.rectangles().getLast().value()).name();
    }

    List<DayRange> told() {
        return told.rectangles().stream()
                .map(KnownValue::possible)
                .map(WrittenDays::of)
                .toList();
    }

    boolean isEmpty() {
        return bands.isEmpty();
    }

    /** The band that a reader of so much of the register is in; negative before the first. */
    int band(long position) {
        return (int) bands.stream().filter(band -> band.position() <= position).count() - 1;
    }

    /** @param position up to which the register is read */
    Picture of(ShownDays shown, long position, SubjectAddress address) {
        Map<JsonNode, Integer> looks = new LinkedHashMap<>();
        List<Area> areas = new ArrayList<>();
        for (KnownValue value : told.rectangles()) {
            int look = looks.computeIfAbsent(value.value(), first -> looks.size() % PictureSvg.looks());
            areas.add(area(value, look));
        }
        return new Picture(
                sentences.say("picture.title", name()),
                sentences.words("picture.description"),
                shown.days(),
                today,
                visit.dates().asOf(),
                band(position),
                bands,
                areas,
                (asOf, at) -> address.on(asOf, Long.toString(at)));
    }

    private Area area(KnownValue value, int look) {
        RecordedEdge to = value.knownTo();
        return new Area(
                named(value.value()).said(),
                WrittenDays.of(value.possible()),
                WrittenDays.orNull(value.certain()),
                value.contested(),
                band(value.knownFrom().position()),
                to == null ? bands.size() : band(to.position()),
                look);
    }

    private NamedSubject named(JsonNode value) {
        return NamedSubject.of(told.subject(), told.key(), value, words);
    }

    private List<Band> bands() {
        SortedMap<Long, Instant> edges = new TreeMap<>();
        told.rectangles().stream()
                .flatMap(value -> Stream.concat(Stream.of(value.knownFrom()), Stream.ofNullable(value.knownTo())))
                .forEach(edge -> edges.put(edge.position(), edge.recordedAt()));
        return edges.entrySet().stream()
                .map(edge -> new Band(edge.getKey(), label(edge.getKey(), edge.getValue())))
                .toList();
    }

    private String label(long position, Instant recordedAt) {
        return sentences.say("band", visit.words().instant(recordedAt), Long.toString(position));
    }
}
