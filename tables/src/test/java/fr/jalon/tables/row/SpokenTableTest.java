package fr.jalon.tables.row;

import static org.assertj.core.api.Assertions.assertThat;

import fr.jalon.events.entry.EntryType;
import fr.jalon.events.language.Language;
import fr.jalon.tables.column.CellText;
import fr.jalon.tables.column.Column;
import fr.jalon.tables.column.Columns;
import fr.jalon.tables.column.RowColumn;
import fr.jalon.tables.column.SpokenCells;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a workbook of entries says in people's words is read again as what it was. */
class SpokenTableTest {
    private static final List<Column> ALL =
            EntryType.all().stream().flatMap(type -> Columns.of(type).stream()).toList();
    private static final Column EFFECTIVE = named("effective");

    @ParameterizedTest
    @EnumSource(Language.class)
    void each_header_is_read_as_its_column(Language language) {
        SpokenCells spoken = SpokenCells.in(language);
        List<String> names = ALL.stream().map(Column::name).distinct().sorted().toList();
        List<String> heads = names.stream().map(spoken::head).toList();
        assertThat(heads).doesNotHaveDuplicates();

        Headers read = Headers.of(row(heads));
        assertThat(read.columns()).isEqualTo(Set.copyOf(names));
        for (int place = 0; place < names.size(); place++) {
            assertThat(read.cell(row(names), names.get(place))).isEqualTo(names.get(place));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void what_is_the_registers_to_say_and_what_a_row_does_are_known_by_their_headers(Language language) {
        SpokenCells spoken = SpokenCells.in(language);
        Stream.of("register.position", "register.standing", "register.replacedBy", "register.about")
                .forEach(name -> {
                    assertThat(spoken.head(name)).isNotEqualTo(name);
                    assertThat(RowColumn.called(spoken.head(name))).isEqualTo(RowColumn.REGISTER);
                });
        Stream.of(RowColumn.DOES, RowColumn.REASON, RowColumn.BY).forEach(column -> {
            String french = RowColumn.in(Language.FRENCH).apply(column);
            assertThat(spoken.head(french)).isEqualTo(RowColumn.in(language).apply(column));
            assertThat(RowColumn.called(spoken.head(french))).isEqualTo(column);
        });
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void each_value_of_a_closed_list_and_each_type_is_read_as_itself(Language language) {
        SpokenCells spoken = SpokenCells.in(language);
        for (Column column : ALL) {
            column.choices().forEach(value -> {
                Object said = spoken.cell(column.name(), value.code());
                assertThat(CellText.json(String.valueOf(said), column).toString())
                        .as(column.name() + " " + said)
                        .contains('"' + value.code() + '"');
            });
        }
        for (EntryType type : EntryType.all()) {
            Object said = spoken.cell("type", type.name());
            assertThat(said).isNotEqualTo(type.name());
            assertThat(CellText.type(String.valueOf(said))).isEqualTo(type.name());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2023-01-26, 26/01/2023, 26 January 2023",
        "2023-02, février 2023, February 2023",
        "2023, 2023, 2023",
        "2023-33, T1 2023, Q1 2023",
        "2022-41, S2 2022, H2 2022",
        "[..2023-01-26], au plus tard le 26 janvier 2023, on or before 26 January 2023",
        "2023/2023, 2023/2023, 2023/2023",
        "unknown, unknown, unknown"
    })
    void a_date_is_said_where_the_same_is_read_again(String date, String french, String english) {
        assertThat(SpokenCells.in(Language.FRENCH).cell("effective", date)).isEqualTo(french);
        assertThat(SpokenCells.in(Language.ENGLISH).cell("effective", date)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource({
        "2023-01-26",
        "2023-02",
        "2023",
        "[..2023-01-26]",
        "[2023-01-26..]",
        "2023-21",
        "2023-33",
        "2022-41",
        "[2023-01-01..2023-02-22]",
        "2023-01/2023-06",
        "2023/..",
        "../2023",
        "2023-01-01/2023-03-31",
        "2023-01/P6M",
        "2023/2023",
        "2019/2023",
        "[..2023-01-26]/2024",
        "2023-01-01/[2023-06-01..2023-07-01]"
    })
    void whatever_is_said_is_read_as_the_date_it_is(String date) {
        for (Language language : Language.values()) {
            String said = String.valueOf(SpokenCells.in(language).cell("effective", date));
            assertThat(CellText.json(said, EFFECTIVE).stringValue()).as(said).isEqualTo(date);
        }
    }

    private static Column named(String name) {
        return ALL.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Row row(List<String> cells) {
        return new Row(1, cells, Map.of());
    }
}
