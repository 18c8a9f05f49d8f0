package fr.jalon.tables.column;

import fr.jalon.events.entry.Code;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.entry.Slug;
import fr.jalon.events.label.Labels;
import fr.jalon.events.language.Language;
import fr.jalon.events.language.Sentences;
import fr.jalon.events.phrase.DateReading;
import fr.jalon.events.phrase.DateSayer;
import fr.jalon.events.time.Effective;
import fr.jalon.events.time.MalformedDate;
import fr.jalon.events.time.Point;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table of entries in people's words, of which the same entries are read again: what would be read otherwise is left
 * as programs write it.
 */
public final class SpokenCells {
    private static final String STANDING = "register.standing";
    private static final String TOPIC = "topic";
    private static final SpokenCells FRENCH = new SpokenCells(Language.FRENCH, "dd/MM/uuuu");
    private static final SpokenCells ENGLISH = new SpokenCells(Language.ENGLISH, "d MMMM uuuu");

    private final Language language;
    private final Labels labels;
    private final ColumnWords words;
    private final Sentences ofRows;
    private final DateTimeFormatter day;
    private final DateTimeFormatter month;

    private SpokenCells(Language language, String day) {
        this.language = language;
        this.labels = Labels.in(language.locale());
        this.words = ColumnWords.in(language);
        this.ofRows = Sentences.of(RowColumn.class, "rows", language);
        this.day = DateTimeFormatter.ofPattern(day, language.locale());
        this.month = DateTimeFormatter.ofPattern("MMMM uuuu", language.locale());
    }

    public static SpokenCells in(Language language) {
        return switch (language) {
            case FRENCH -> FRENCH;
            case ENGLISH -> ENGLISH;
        };
    }

    /** The header of a column that programs call so. */
    public String head(String name) {
        Optional<Column> column = ColumnWords.ofName(name);
        if (column.isPresent()) {
            String header = words.header(column.get());
            return column.get().equals(words.column(header)) ? header : name;
        }
        RowColumn ofRow = RowColumn.called(name);
        return ofRow == null || ofRow == RowColumn.REGISTER
                ? RowColumn.registers(name, language)
                : RowColumn.in(language).apply(ofRow);
    }

    /** What programs write under a column, said. */
    public @Nullable Object cell(String name, @Nullable Object value) {
        if (!(value instanceof String text)) {
            return value;
        }
        if (name.equals(STANDING)) {
            return ofRows.words("standing." + text);
        }
        return ColumnWords.ofName(name)
                .<Object>map(column -> cell(column, text))
                .orElse(text);
    }

    private String cell(Column column, String text) {
        return switch (column.kind()) {
            case "type" -> EntryType.named(text).map(labels::of).orElse(text);
            case "flag" -> labels.flag(text);
            case "id" -> column.name().equals(TOPIC) ? topic(text) : text;
            case "date" -> column.many() ? text : date(column, text);
            case "code" ->
                column.many()
                        ? Items.joined(Items.split(text).stream()
                                .map(item -> choice(column, item))
                                .toList())
                        : choice(column, text);
            default -> text;
        };
    }

    private String topic(String text) {
        String said = labels.topic(text);
        return said != null && !Slug.isSlug(said) && text.equals(ColumnWords.topic(said)) ? said : text;
    }

    private String choice(Column column, String text) {
        return column.choices().stream()
                .filter(value -> value.code().equals(text))
                .map(labels::of)
                .filter(said -> isReadAs(text, said, column.choices()))
                .findFirst()
                .orElse(text);
    }

    private static boolean isReadAs(String code, String said, List<Code> choices) {
        Code read = ColumnWords.value(said, choices);
        return read != null && read.code().equals(code);
    }

    private String date(Column column, String text) {
        return Stream.of(dated(text), DateSayer.in(language).partOfYear(text), said(text), within(text))
                .flatMap(Optional::stream)
                .filter(phrase -> isDate(text, CellDate.of(phrase, column)))
                .findFirst()
                .orElse(text);
    }

    private static boolean isDate(String text, @Nullable DateReading reading) {
        return reading instanceof DateReading.Read read
                && read.effective().text().equals(text);
    }

    /** A day or a month, shorter than it is said. */
    private Optional<String> dated(String text) {
        try {
            return switch (text.length()) {
                case 10 -> Optional.of(day.format(LocalDate.parse(text)));
                case 7 -> Optional.of(month.format(YearMonth.parse(text)));
                default -> Optional.empty();
            };
        } catch (DateTimeException another) {
            return Optional.empty();
        }
    }

    private Optional<String> said(String text) {
        return parsed(text).map(DateSayer.in(language)::say);
    }

    /** One unknown day of several, where the same words would otherwise be taken for all of them. */
    private Optional<String> within(String text) {
        return parsed(text)
                .flatMap(effective -> effective instanceof Point point
                        ? Optional.of(DateSayer.in(language).within(point))
                        : Optional.empty());
    }

    private static Optional<Effective> parsed(String text) {
        try {
            return Optional.of(Effective.parse(text));
        } catch (MalformedDate newer) {
            return Optional.empty();
        }
    }
}
