package fr.jalon.query.audit.pack;

import fr.jalon.events.register.AsOf;
import fr.jalon.events.register.Register;
import fr.jalon.events.time.DayRange;
import fr.jalon.events.time.Days;
import fr.jalon.events.timeline.Span;
import fr.jalon.events.timeline.Subject;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A register's values over the years, a lane a subject: solid where certain, hatched where possible, a line for the day
 * asked about (<i>frise</i>). As SVG for a page, as plain boxes for a report.
 */
public final class TimelinePicture {
    private static final int LABEL = 260;
    private static final int WIDTH = 1000;
    private static final int LANE = 24;
    private static final int TOP = 30;

    private final Words words;
    private final AsOf asOf;
    private final List<Lane> lanes;
    private final LocalDate from;
    private final LocalDate to;

    /** Each in shares of the picture's width, from 0 to 1. */
    private record Bar(String label, double from, double to, boolean certain) {}

    private record Lane(String label, List<Bar> bars) {}

    public TimelinePicture(Register register, AsOf asOf) {
        this.words = new Words(register);
        this.asOf = asOf;
        List<Span> spans = new TreeSet<>(register.subjects())
                .stream()
                        .filter(subject -> subject.kind().isFact())
                        .flatMap(subject -> register.spans(subject).stream())
                        .toList();
        LocalDate first = asOf.day();
        LocalDate last = asOf.day();
        for (Span span : spans) {
            for (LocalDate day : List.of(span.possible().from(), span.possible().to())) {
                if (Days.isBounded(day) && day.getYear() > 1900 && day.getYear() < 2200) {
                    first = day.isBefore(first) ? day : first;
                    last = day.isAfter(last) ? day : last;
                }
            }
        }
        this.from = LocalDate.of(first.getYear(), 1, 1);
        this.to = LocalDate.of(last.getYear() + 1, 1, 1);
        this.lanes = lanes(spans);
    }

    /** As a self-contained SVG document. */
    public String svg() {
        int height = TOP + LANE * lanes.size() + 8;
        StringBuilder svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" font-family="sans-serif" \
                font-size="11"><title>Frise au %s</title><defs><pattern id="possible" width="6" height="6" \
                patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#dce8f2"/>\
                <rect width="2" height="6" fill="#8fb3cf"/></pattern></defs>
                """.formatted(WIDTH, height, asOf));
        for (int year = from.getYear(); year < to.getYear(); year++) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"%2$d\" y2=\"%3$d\" stroke=\"#ddd\"/>"
                            + "<text x=\"%1$.1f\" y=\"18\" fill=\"#555\">%4$d</text>\n",
                    x(share(LocalDate.of(year, 1, 1))),
                    TOP - 4,
                    height - 4,
                    year));
        }
        for (int i = 0; i < lanes.size(); i++) {
            lane(svg, lanes.get(i), TOP + i * LANE);
        }
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"%2$d\" y2=\"%3$d\" stroke=\"#b3261e\" stroke-width=\"2\"/>\n",
                x(share(asOf.day())),
                TOP - 8,
                height - 4));
        return svg.append("</svg>\n").toString();
    }

    /** As rows of an HTML table, for a page that has the styles {@code lane}, {@code certain}, {@code possible}, {@code day}. */
    String rows() {
        StringBuilder rows = new StringBuilder("<tr><th>Sujet</th><th><div class=\"lane\">");
        int step = Math.max(1, (to.getYear() - from.getYear()) / 12);
        for (int year = from.getYear(); year < to.getYear(); year += step) {
            rows.append(String.format(
                    Locale.ROOT,
                    "<span class=\"year\" style=\"left: %.2f%%\">%d</span>",
                    100 * share(LocalDate.of(year, 1, 1)),
                    year));
        }
        rows.append("</div></th></tr>\n");
        for (Lane lane : lanes) {
            rows.append("<tr><td>").append(Words.escape(lane.label)).append("</td><td><div class=\"lane\">");
            for (Bar bar : lane.bars) {
                rows.append(String.format(
                        Locale.ROOT,
                        "<div class=\"%s\" style=\"left: %.2f%%; width: %.2f%%\"></div>",
                        bar.certain ? "certain" : "possible",
                        100 * bar.from,
                        100 * (bar.to - bar.from)));
            }
            rows.append(String.format(
                            Locale.ROOT, "<div class=\"day\" style=\"left: %.2f%%\"></div>", 100 * share(asOf.day())))
                    .append("</div></td></tr>\n");
        }
        return rows.toString();
    }

    private void lane(StringBuilder svg, Lane lane, int y) {
        svg.append(String.format(Locale.ROOT, "<text x=\"0\" y=\"%d\">%s</text>\n", y + 15, Words.escape(lane.label)));
        for (Bar bar : lane.bars) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"16\" fill=\"%s\"><title>%s</title></rect>\n",
                    x(bar.from),
                    y + 3,
                    (bar.to - bar.from) * (WIDTH - LABEL),
                    bar.certain ? "#2b6a99" : "url(#possible)",
                    Words.escape(bar.label)));
        }
    }

    private List<Lane> lanes(List<Span> spans) {
        List<Lane> made = new ArrayList<>();
        Subject last = null;
        for (Span span : spans) {
            if (!span.subject().equals(last)) {
                made.add(new Lane(words.subject(span.subject()), new ArrayList<>()));
                last = span.subject();
            }
            String value = words.value(span.value());
            bar(made.getLast().bars, value + " (possible)", span.possible(), false);
            bar(made.getLast().bars, value + " (certain)", span.certain(), true);
        }
        return List.copyOf(made);
    }

    private void bar(List<Bar> bars, String label, @Nullable DayRange days, boolean certain) {
        if (days != null) {
            bars.add(new Bar(label, share(days.from()), share(days.to()), certain));
        }
    }

    private double share(LocalDate day) {
        LocalDate within = day.isBefore(from) ? from : day.isAfter(to) ? to : day;
        return (double) ChronoUnit.DAYS.between(from, within) / ChronoUnit.DAYS.between(from, to);
    }

    private static double x(double share) {
        return LABEL + share * (WIDTH - LABEL);
    }
}
