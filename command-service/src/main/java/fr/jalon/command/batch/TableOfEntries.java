package fr.jalon.command.batch;

import fr.jalon.command.row.KnownRegisters;
import fr.jalon.command.row.RowEffect;
import fr.jalon.command.row.RowMeaning;
import fr.jalon.command.row.RowsInRegister;
import fr.jalon.events.entry.Entry;
import fr.jalon.events.register.Recorded;
import fr.jalon.tables.read.BrokenTableException;
import fr.jalon.tables.read.Rows;
import fr.jalon.tables.read.Tables;
import fr.jalon.tables.read.WorkbookTooLargeException;
import fr.jalon.tables.row.MalformedRow;
import fr.jalon.tables.row.ReadRow;
import fr.jalon.tables.row.Row;
import fr.jalon.tables.row.TableReader;
import fr.jalon.web.problem.Bilingual;
import fr.jalon.web.problem.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Entries as the rows of a table, or of each sheet of a workbook that is one. Where one breaks off, its last line says
 * so and nothing after it is read.
 */
final class TableOfEntries implements EntryLines {
    private final Tables tables;
    private final KnownRegisters registers;
    private final List<SheetOfEntries> sheets = new ArrayList<>();

    /** The places of those that had rows so far. */
    private final Set<Integer> filled = new TreeSet<>();

    private int sheet;
    private long last = 1;
    private boolean broken;

    /** One table, whose header was read. */
    private record SheetOfEntries(Rows rows, TableReader reader) {}

    /**
     * Reads the headers. The first table must be one of entries; of other sheets, those that are.
     *
     * @throws fr.jalon.web.problem.ProblemException where it is none
     */
    TableOfEntries(Tables tables, KnownRegisters registers) throws IOException {
        this.tables = tables;
        this.registers = registers;
        for (Rows rows : tables.shown()) {
            Row header = before(rows::next, rows.sheet());
            if (sheets.isEmpty() || TableReader.isUnder(header)) {
                sheets.add(sheet(rows, header));
            }
        }
    }

    private static SheetOfEntries sheet(Rows rows, @Nullable Row header) {
        try {
            return new SheetOfEntries(rows, TableReader.under(header));
        } catch (MalformedRow malformed) {
            throw TableProblems.header(malformed, header, rows.sheet()).asException();
        }
    }

    /** Something done on a table that is being sent. */
    interface Step<T extends @Nullable Object> {
        T take() throws IOException;
    }

    /** What is done before the first entry: where the table cannot be read the whole request is refused. */
    static <T extends @Nullable Object> T before(Step<T> step, @Nullable String sheet) throws IOException {
        try {
            return step.take();
        } catch (BrokenTableException e) {
            throw TableProblems.broken(e, sheet).asException();
        } catch (WorkbookTooLargeException e) {
            throw TableProblems.tooLarge().asException();
        }
    }

    /** Whether it was read to its end. */
    boolean isWhole() {
        return !broken;
    }

    /** The sheets that had rows to read; none where the table has no sheets. */
    List<String> sheets() {
        return named(filled.stream().map(sheets::get));
    }

    /** The sheets that are left unread; null where the table has no sheets. */
    @Nullable
    List<String> otherSheets() {
        List<String> others = new ArrayList<>(tables.sheets());
        named(sheets.stream()).forEach(others::remove);
        return tables.sheets().isEmpty() ? null : others;
    }

    private static List<String> named(Stream<SheetOfEntries> sheets) {
        return sheets.map(each -> each.rows().sheet()).filter(Objects::nonNull).toList();
    }

    @Override
    public @Nullable EntryLine next() throws IOException {
        while (!broken && sheet < sheets.size()) {
            Rows rows = sheets.get(sheet).rows();
            try {
                Row row = rows.next();
                if (row == null) {
                    sheet++;
                    last = 1;
                } else if (!sheets.get(sheet).reader().isOnlyBegun(row)) {
                    last = row.number();
                    return sent(row);
                }
            } catch (BrokenTableException e) {
                return broken(e.row(), TableProblems.broken(e, rows.sheet()));
            } catch (WorkbookTooLargeException e) {
                return broken(last + 1, TableProblems.tooLarge());
            }
        }
        return null;
    }

    private EntryLine broken(long line, Problem problem) {
        broken = true;
        return new EntryLine.Malformed(place(line, 0), problem);
    }

    private LinePlace place(long line, int size) {
        filled.add(sheet);
        return new LinePlace(line, size, sheets.get(sheet).rows().sheet(), sheets.size() > 1);
    }

    private EntryLine sent(Row row) {
        TableReader reader = sheets.get(sheet).reader();
        LinePlace place = place(
                row.number(), row.cells().stream().mapToInt(String::length).sum());
        try {
            ReadRow read = reader.read(row, registers::things, registers::keyed);
            return switch (new RowsInRegister(reader, registers).of(read)) {
                case RowMeaning.ToRecord(Entry entry, RowEffect effect) ->
                    new EntryLine.Understood(
                            place,
                            entry,
                            read.dates(),
                            read.things(),
                            effect,
                            problem -> problem.because(problem.errors().stream()
                                    .map(cause -> cause.in(reader.column(entry, cause.pointer())))
                                    .toList()));
                case RowMeaning.Retracted(Recorded recorded, Bilingual detail) ->
                    new EntryLine.Retracted(place, recorded, detail);
                case RowMeaning.Refused(Problem problem) -> new EntryLine.Malformed(place, problem);
            };
        } catch (MalformedRow malformed) {
            return new EntryLine.Malformed(place, TableProblems.row(malformed));
        }
    }
}
