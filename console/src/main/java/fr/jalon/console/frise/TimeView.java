package fr.jalon.console.frise;

import fr.jalon.console.draw.DrawnTable;
import fr.jalon.console.page.Citation;
import fr.jalon.console.page.Visit;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A drawing of time on a page, with what moves its dates.
 *
 * @param svg as it is drawn, inert
 * @param table the same in words
 * @param steps to other days
 * @param zooms to more or fewer days
 * @param parts to lanes before and after those shown
 * @param file the drawing by itself
 * @param day this page on a day, which stands in it as {@link #DAY}
 * @param cited how what is drawn is cited
 */
public record TimeView(
        String svg,
        DrawnTable table,
        List<Way> steps,
        List<Way> zooms,
        List<Way> parts,
        String file,
        String day,
        Scale scale,
        Cited cited) {
    /** Stands in an address for the day that a reader chooses. */
    static final String DAY = "0000-00-00";

    /**
     * A link that moves something.
     *
     * @param name of its words, and of the key that follows it
     */
    public record Way(String name, String address) {}

    /**
     * What is drawn, for ever.
     *
     * @param page this page, both dates fixed
     * @param answer of the register
     */
    public record Cited(String page, Citation answer) {
        static Cited of(ResponseEntity<?> answer, Visit visit, long position) {
            String pinned = UriComponentsBuilder.fromUriString(
                            visit.on(visit.dates().asOf().toString()))
                    .replaceQueryParam("knownAt", position)
                    .build()
                    .toUriString();
            return new Cited(pinned, Citation.of(answer));
        }

        /** With one more thing that fixes the page. */
        Cited with(String name, String value) {
            return new Cited(
                    UriComponentsBuilder.fromUriString(page)
                            .replaceQueryParam(name, value)
                            .build()
                            .toUriString(),
                    answer);
        }
    }

    /**
     * Which days are drawn, and where among them the one asked about is.
     *
     * @param from the first
     * @param last the number of the last, counted from 0
     * @param asOf the number of the one asked about
     */
    public record Scale(LocalDate from, long last, long asOf) {
        static Scale of(ShownDays shown, LocalDate asOf) {
            LocalDate from = shown.days().from();
            return new Scale(from, between(from, shown.last()), between(from, asOf));
        }

        private static long between(LocalDate from, LocalDate to) {
            return to.toEpochDay() - from.toEpochDay();
        }
    }

    /** Where what this page draws is kept as a file. */
    static String file(Visit visit, String path) {
        return UriComponentsBuilder.fromUriString(visit.on(visit.at().asOf()))
                .replacePath(path)
                .build()
                .toUriString();
    }

    static List<Way> steps(Visit visit) {
        LocalDate day = visit.dates().asOf();
        return Stream.of(
                        new Day("year-earlier", day.minusYears(1)),
                        new Day("month-earlier", day.minusMonths(1)),
                        new Day("day-earlier", day.minusDays(1)),
                        new Day("day-later", day.plusDays(1)),
                        new Day("month-later", day.plusMonths(1)),
                        new Day("year-later", day.plusYears(1)))
                .map(step -> new Way(step.name, visit.on(step.day.toString())))
                .toList();
    }

    private record Day(String name, LocalDate day) {}

    static List<Way> zooms(Visit visit, ShownDays shown) {
        LocalDate asOf = visit.dates().asOf();
        return List.of(
                new Way("earlier", showing(visit, shown.moved(-1))),
                new Way("closer", showing(visit, shown.around(asOf, true))),
                new Way("wider", showing(visit, shown.around(asOf, false))),
                new Way("later", showing(visit, shown.moved(1))),
                new Way("whole", showing(visit, null)));
    }

    /** This page with other days drawn; with all that something is told of where null. */
    static String showing(Visit visit, @Nullable ShownDays shown) {
        UriComponentsBuilder address = UriComponentsBuilder.fromUriString(
                        visit.on(visit.at().asOf()))
                .replaceQueryParam(ShownDays.FROM)
                .replaceQueryParam(ShownDays.TO);
        if (shown != null) {
            address.queryParam(ShownDays.FROM, shown.days().from()).queryParam(ShownDays.TO, shown.last());
        }
        return address.build().toUriString();
    }
}
