package fr.jalon.console.draw;

import fr.jalon.console.draw.DrawnTable.Field;
import fr.jalon.events.language.Language;
import fr.jalon.events.time.DayRange;
import java.util.List;
import java.util.stream.Stream;

/** Tells what a {@link Frise} shows, row by row. */
public final class FriseTable {
    private FriseTable() {}

    public static DrawnTable of(Frise frise, Language language) {
        DrawnWords words = new DrawnWords(language);
        DayScale scale = new DayScale(frise.days());
        return new DrawnTable(
                frise.title(),
                Stream.of("column.subject", "column.value", "column.possible", "column.certain", "column.remark")
                        .map(words::words)
                        .toList(),
                frise.families().stream()
                        .flatMap(family -> family.lanes().stream())
                        .flatMap(lane -> lane.bars().stream()
                                .filter(bar -> scale.touches(bar.days()))
                                .map(bar -> row(lane, bar, words)))
                        .toList());
    }

    private static List<Field> row(Frise.Lane lane, Bar bar, DrawnWords words) {
        return List.of(
                new Field(lane.name(), lane.address()),
                new Field(bar.label(), bar.address()),
                Field.of(words.days(bar.days())),
                Field.of(certain(bar, words)),
                Field.of(remark(bar, words)));
    }

    private static String certain(Bar bar, DrawnWords words) {
        return switch (bar) {
            case Bar.Held held -> {
                DayRange certain = held.certain();
                yield certain == null ? words.words("never-certain") : words.days(certain);
            }
            case Bar.Announced _ -> words.words("never-certain");
        };
    }

    private static String remark(Bar bar, DrawnWords words) {
        Stream<String> status = switch (bar) {
            case Bar.Held _ -> Stream.of();
            case Bar.Announced announced -> Stream.of(words.words(announced.planned() ? "planned" : "hoped"));
        };
        return Stream.concat(status, bar.contested() ? Stream.of(words.words("contested")) : Stream.of())
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }
}
