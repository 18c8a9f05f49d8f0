package fr.jalon.query.export;

import fr.jalon.answers.Fact;
import fr.jalon.answers.RegisterState;
import fr.jalon.events.json.Json;
import fr.jalon.events.meaning.FactKind;
import fr.jalon.people.ReaderNames;
import fr.jalon.query.asked.NamesShown;
import fr.jalon.readmodel.question.History;
import fr.jalon.readmodel.question.History.Item;
import fr.jalon.readmodel.question.Knowledge;
import fr.jalon.readmodel.question.RecordedOrder;
import fr.jalon.readmodel.question.States;
import fr.jalon.tables.column.SpokenCells;
import fr.jalon.tables.write.CellTooLongException;
import fr.jalon.tables.write.CsvSheet;
import fr.jalon.tables.write.Format;
import fr.jalon.tables.write.Sheet;
import fr.jalon.tables.write.SheetColumn;
import fr.jalon.tables.write.Unclosed;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.TransientDataAccessResourceException;

/** Writes what is carried away (<i>export</i>): one register, or one page of entries, in memory at a time. */
public final class Exports {
    private static final int PAGE = 500;
    static final String OBSTACLES = "obstacles";

    private final States states;
    private final History history;
    private final NamesShown names;

    public Exports(States states, History history, NamesShown names) {
        this.states = states;
        this.history = history;
        this.names = names;
    }

    /**
     * Writes a whole file, and leaves the stream open.
     *
     * @throws CellTooLongException if a workbook cannot hold one of the texts
     */
    public void write(Wish wish, OutputStream out) throws IOException {
        switch (wish.what()) {
            case STATE -> used(wish, out, Facts.COLUMNS, Facts.further(), taker -> facts(wish, taker));
            case HISTORY -> history(wish, out);
            case FUNDING -> used(wish, out, Facts.OF_FUNDINGS, List.of(Facts.AMONG), taker -> fundings(wish, taker));
            case FUNDING_SCDL -> scdl(wish, out);
            case FUNDING_SCDL_LEFT_OUT -> leftOut(wish, out);
            case EVENTS -> lines(wish, out, (known, item) -> Json.text(CloudEvent.of(known.territory(), item)));
            case ENTRIES -> entries(wish, out);
        }
    }

    private void facts(Wish wish, ExportedRows.Taker taker) throws IOException {
        for (Knowledge known : wish.registers()) {
            RegisterState state = state(wish, known);
            for (List<Fact> values : state.bySubject()) {
                taker.take(Facts.row(state, values));
            }
            for (Fact announced : state.outlook()) {
                taker.take(Facts.announcement(state, announced));
            }
        }
    }

    private void history(Wish wish, OutputStream out) throws IOException {
        List<String> rest = new ArrayList<>(Cells.OF_ENTRIES.keySet());
        rest.removeAll(Recordings.COLUMNS);
        rest.addAll(Recordings.remarkColumns());
        used(
                wish,
                out,
                Recordings.COLUMNS,
                rest,
                taker -> items(wish, (known, item) -> taker.take(Recordings.row(item))));
    }

    private void entries(Wish wish, OutputStream out) throws IOException {
        if (wish.format() == Format.NDJSON) {
            lines(wish, out, (known, item) -> item.content());
        } else {
            used(
                    wish,
                    out,
                    ExportColumns.OF_CHANGEABLE,
                    Recordings.OF_NUMBERED_FURTHER,
                    taker -> numbered(wish, taker));
        }
    }

    private void numbered(Wish wish, ExportedRows.Taker taker) throws IOException {
        for (Knowledge known : wish.registers()) {
            Standings standings = new Standings(history);
            pages(wish, known, page -> {
                Iterator<Map<String, @Nullable Object>> cells =
                        standings.of(page).iterator();
                for (Item item : page) {
                    taker.take(Recordings.numbered(item, cells.next()));
                }
            });
        }
    }

    private void fundings(Wish wish, ExportedRows.Taker taker) throws IOException {
        Predicate<Fact> given = given(wish);
        fundings(wish, (state, values) -> taker.take(Facts.row(state, values, given)));
    }

    private void scdl(Wish wish, OutputStream out) throws IOException {
        try (Sheet sheet = CsvSheet.open(new Unclosed(out), Scdl.columns(), CsvSheet.COMMA, false)) {
            fundings(wish, (state, values) -> {
                Fact funding = Fact.common(values);
                if (Scdl.obstacles(funding).isEmpty()) {
                    sheet.row(Scdl.row(funding));
                }
            });
        }
    }

    private void leftOut(Wish wish, OutputStream out) throws IOException {
        List<String> columns = new ArrayList<>(Facts.OF_FUNDINGS);
        columns.add(OBSTACLES);
        used(
                wish,
                out,
                columns,
                List.of(Facts.AMONG),
                taker -> fundings(wish, (state, values) -> {
                    List<String> obstacles = Scdl.obstacles(Fact.common(values));
                    if (!obstacles.isEmpty()) {
                        Map<String, @Nullable Object> row = Facts.row(state, values);
                        row.put(OBSTACLES, String.join("|", obstacles));
                        taker.take(row);
                    }
                }));
    }

    /** Which values of fundings are asked for: those that somebody gives, or all. */
    private static Predicate<Fact> given(Wish wish) {
        String funder = wish.funder();
        return funder == null
                ? any -> true
                : fact -> fact.value().at("/funder/id").asString("").equals(funder);
    }

    private void fundings(Wish wish, FundingTaker taker) throws IOException {
        Predicate<Fact> given = given(wish);
        for (Knowledge known : wish.registers()) {
            RegisterState state = state(wish, known);
            for (List<Fact> values : state.bySubject()) {
                if (values.getFirst().subject().kind() == FactKind.FUNDING
                        && values.stream().anyMatch(given)) {
                    taker.take(state, values);
                }
            }
        }
    }

    private RegisterState state(Wish wish, Knowledge known) {
        return states.one(known, wish.asOf(), wish.sight());
    }

    /** A table with, of the further columns, those that any row uses: the rows are gone through twice to know them. */
    private void used(Wish wish, OutputStream out, List<String> columns, Collection<String> further, ExportedRows rows)
            throws IOException {
        Set<String> used = new HashSet<>();
        rows.each(row -> used.addAll(row.keySet()));
        List<String> all = new ArrayList<>(columns);
        further.stream().filter(used::contains).forEach(all::add);
        table(wish, out, all, rows);
    }

    private void table(Wish wish, OutputStream out, List<String> columns, ExportedRows rows) throws IOException {
        ReaderNames shown = names.toReader();
        SpokenCells spoken = wish.isSpoken() ? SpokenCells.in(wish.language()) : null;
        List<SheetColumn> heads =
                spoken == null ? ExportColumns.of(columns) : ExportColumns.spoken(columns, wish.language());
        try (Sheet sheet = Sheet.open(wish.format(), new Unclosed(out), heads, wish.bom())) {
            rows.each(row -> {
                List<@Nullable Object> cells = new ArrayList<>(columns.size());
                for (String column : columns) {
                    Object cell = row.get(column);
                    cells.add(cell(spoken == null ? cell : spoken.cell(column, cell), shown));
                }
                sheet.row(cells);
            });
        }
    }

    private void lines(Wish wish, OutputStream out, Line line) throws IOException {
        ReaderNames shown = names.toReader();
        items(wish, (known, item) -> {
            String text = shown.inJson(line.of(known, item)) + "\n";
            out.write(text.getBytes(StandardCharsets.UTF_8));
        });
    }

    private static @Nullable Object cell(@Nullable Object value, ReaderNames shown) {
        return value instanceof String text ? shown.in(text) : value;
    }

    private void items(Wish wish, ItemTaker taker) throws IOException {
        for (Knowledge known : wish.registers()) {
            pages(wish, known, page -> {
                for (Item item : page) {
                    taker.take(known, item);
                }
            });
        }
    }

    private void pages(Wish wish, Knowledge known, PageTaker taker) throws IOException {
        List<Item> page;
        for (long after = 0; after < known.position(); after = page.getLast().position()) {
            page = history.page(known.territory(), all(known, after), wish.sight());
            if (page.isEmpty()) {
                throw new TransientDataAccessResourceException("The read models are behind what they were");
            }
            taker.take(page);
        }
    }

    private static History.Selection all(Knowledge known, long after) {
        return new History.Selection(RecordedOrder.OLDEST_FIRST, after, known.position(), null, null, null, PAGE);
    }

    private interface FundingTaker {
        void take(RegisterState state, List<Fact> values) throws IOException;
    }

    private interface ItemTaker {
        void take(Knowledge known, Item item) throws IOException;
    }

    private interface PageTaker {
        void take(List<Item> page) throws IOException;
    }

    private interface Line {
        String of(Knowledge known, Item item);
    }
}
