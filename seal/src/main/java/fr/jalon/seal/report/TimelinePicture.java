package fr.jalon.seal.report;

import fr.jalon.answers.AsOf;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.meaning.FactKind;
import fr.jalon.events.meaning.Subject;
import fr.jalon.events.register.Register;
import fr.jalon.events.time.DayRange;
import fr.jalon.events.time.Days;
import fr.jalon.events.timeline.Span;
import fr.jalon.people.ReaderNames;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A register's values over the years, a lane a value: dark where certain, light where possible, a line for the day
 * asked about (<i>frise</i>). Made of plain boxes.
 */
final class TimelinePicture {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2200;
    private static final int MOST_TICKS = 12;

    private final ReportWords words;
    private final ReaderNames reader;
    private final AsOf asOf;
    private final LocalDate from;
    private final LocalDate to;
    private final List<Lane> lanes;

    /** In shares of the picture's width, from 0 to 1. */
    private record Bar(double from, double to, boolean certain) {}

    private record Lane(String label, List<Bar> bars) {}

    TimelinePicture(Register register, AsOf asOf, ReaderNames reader) {
        this.reader = reader;
        this.words = new ReportWords(register);
        this.asOf = asOf;
        List<Subject> subjects = new TreeSet<>(register.subjects())
                .stream().filter(subject -> subject.kind() instanceof FactKind).toList();
        List<LocalDate> days = subjects.stream()
                .flatMap(subject -> register.spans(subject).stream())
                .flatMap(TimelinePicture::ends)
                .toList();
        // A year more on a side where something has no known end: it is seen to go on.
        this.from = LocalDate.of(first(days).getYear() - (days.contains(Days.ALWAYS) ? 1 : 0), 1, 1);
        this.to = LocalDate.of(last(days).getYear() + (days.contains(Days.NEVER) ? 2 : 1), 1, 1);
        this.lanes = subjects.stream()
                .flatMap(subject -> lanes(register.spans(subject)).stream())
                .toList();
    }

    /** How many lanes it has. */
    int height() {
        return lanes.size();
    }

    /** As rows of an HTML table, for a page that has the styles of {@link Report}. */
    String rows() {
        StringBuilder rows = new StringBuilder("<thead><tr><th>Sujet</th><th><div class=\"lane\">");
        int years = to.getYear() - from.getYear();
        int step = 1 + (years - 1) / MOST_TICKS;
        StringBuilder ticks = new StringBuilder();
        for (int year = from.getYear(); year < to.getYear(); year += step) {
            double left = 100 * share(LocalDate.of(year, 1, 1));
            rows.append(box("year", left, null, Integer.toString(year)));
            ticks.append(box("tick", left, null, ""));
        }
        rows.append("</div></th></tr></thead>\n");
        String day = box("day", 100 * share(asOf.day()), null, "");
        for (Lane lane : lanes) {
            rows.append("<tr><td>")
                    .append(ReportWords.escape(lane.label))
                    .append("</td><td><div class=\"lane\">")
                    .append(ticks);
            for (Bar bar : lane.bars) {
                rows.append(box(bar.certain ? "certain" : "possible", 100 * bar.from, 100 * (bar.to - bar.from), ""));
            }
            rows.append(day).append("</div></td></tr>\n");
        }
        return rows.toString();
    }

    private static String box(String style, double left, @Nullable Double width, String text) {
        String wide = width == null ? "" : String.format(Locale.ROOT, "; width: %.2f%%", width);
        return String.format(
                Locale.ROOT, "<div class=\"%s\" style=\"left: %.2f%%%s\">%s</div>", style, left, wide, text);
    }

    private static Stream<LocalDate> ends(Span span) {
        DayRange certain = span.certain();
        return certain == null
                ? Stream.of(span.possible().from(), span.possible().to())
                : Stream.of(span.possible().from(), span.possible().to(), certain.from(), certain.to());
    }

    private LocalDate first(List<LocalDate> days) {
        return drawn(days).min(LocalDate::compareTo).orElseThrow();
    }

    private LocalDate last(List<LocalDate> days) {
        return drawn(days).max(LocalDate::compareTo).orElseThrow();
    }

    private Stream<LocalDate> drawn(List<LocalDate> days) {
        return Stream.concat(
                Stream.of(asOf.day()),
                days.stream()
                        .filter(Days::isBounded)
                        .filter(day -> day.getYear() > FIRST_YEAR && day.getYear() < LAST_YEAR));
    }

    /** One for each value a subject has or may have, possible days first, so that the certain ones lie over them. */
    private List<Lane> lanes(List<Span> spans) {
        boolean alone = spans.stream().map(Span::value).distinct().count() == 1;
        Map<Map<String, Object>, Lane> made = new LinkedHashMap<>();
        for (Span span : spans) {
            Lane lane = made.computeIfAbsent(span.value(), first -> new Lane(label(span, alone), new ArrayList<>()));
            bar(lane.bars, span.possible(), false);
            bar(lane.bars, span.certain(), true);
        }
        return List.copyOf(made.values());
    }

    private String label(Span span, boolean alone) {
        var value = EntryJson.nameless(span.value());
        String subject = words.subject(span.subject(), value);
        String brief = words.brief(span.subject(), value, reader);
        return brief.isEmpty() || (alone && !span.subject().key().isEmpty()) ? subject : subject + " : " + brief;
    }

    private void bar(List<Bar> bars, @Nullable DayRange days, boolean certain) {
        if (days != null) {
            bars.add(new Bar(share(days.from()), share(days.to()), certain));
        }
    }

    private double share(LocalDate day) {
        LocalDate within = day.isBefore(from) ? from : day.isAfter(to) ? to : day;
        return (double) ChronoUnit.DAYS.between(from, within) / ChronoUnit.DAYS.between(from, to);
    }
}
