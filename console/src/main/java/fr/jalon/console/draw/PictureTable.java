package fr.jalon.console.draw;

import fr.jalon.console.draw.DrawnTable.Field;
import fr.jalon.console.draw.Picture.Area;
import fr.jalon.console.draw.Picture.Band;
import fr.jalon.events.language.Language;
import fr.jalon.events.time.DayRange;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Tells what a {@link Picture} shows, an area a row. */
public final class PictureTable {
    private PictureTable() {}

    public static DrawnTable of(Picture picture, Language language) {
        DrawnWords words = new DrawnWords(language);
        return new DrawnTable(
                picture.title(),
                Stream.of(
                                "column.value",
                                "column.possible",
                                "column.certain",
                                "column.from",
                                "column.to",
                                "column.remark")
                        .map(words::words)
                        .toList(),
                picture.areas().stream().map(area -> row(picture, area, words)).toList());
    }

    private static List<Field> row(Picture picture, Area area, DrawnWords words) {
        DayRange certain = area.certain();
        Band from = picture.bands().get(area.from());
        return List.of(
                new Field(area.label(), picture.cells().address(firstDay(picture, area), from.position())),
                Field.of(words.days(area.possible())),
                Field.of(certain == null ? words.words("never-certain") : words.days(certain)),
                Field.of(from.label()),
                Field.of(
                        area.to() < picture.bands().size()
                                ? picture.bands().get(area.to()).label()
                                : words.words("still-known")),
                Field.of(area.contested() ? words.words("contested") : ""));
    }

    /** A day on which it may be so, of those shown if there is one. */
    private static LocalDate firstDay(Picture picture, Area area) {
        LocalDate first = area.possible().from();
        return first.isBefore(picture.days().from()) ? picture.days().from() : first;
    }
}
