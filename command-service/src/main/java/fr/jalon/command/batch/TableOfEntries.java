package fr.jalon.command.batch;

import fr.jalon.events.entry.Entry;
import fr.jalon.events.register.Recorded;
import fr.jalon.tables.column.MalformedRow;
import fr.jalon.tables.column.ReadRow;
import fr.jalon.tables.column.Row;
import fr.jalon.tables.column.TableReader;
import fr.jalon.tables.read.BrokenTableException;
import fr.jalon.tables.read.Rows;
import fr.jalon.tables.read.WorkbookTooLargeException;
import fr.jalon.web.problem.Problem;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Entries as the rows of a table. Where the table breaks off, its last line says so and nothing after it is read. */
final class TableOfEntries implements EntryLines {
    private final Rows rows;
    private final TableReader reader;
    private final KnownRegisters registers;
    private long last;
    private boolean broken;

    /**
     * Reads the header.
     *
     * @throws fr.jalon.web.problem.ProblemException where it is none
     */
    TableOfEntries(Rows rows, KnownRegisters registers) throws IOException {
        this.rows = rows;
        this.registers = registers;
        Row header = before(rows::next, rows.sheet());
        try {
            this.reader = TableReader.under(header);
        } catch (MalformedRow malformed) {
            throw TableProblems.header(malformed, header, rows.sheet()).asException();
        }
        this.last = header == null ? 0 : header.number();
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

    @Override
    public @Nullable EntryLine next() throws IOException {
        if (broken) {
            return null;
        }
        try {
            Row row = rows.next();
            return row == null ? null : sent(row);
        } catch (BrokenTableException e) {
            return broken(e.row(), TableProblems.broken(e, rows.sheet()));
        } catch (WorkbookTooLargeException e) {
            return broken(last + 1, TableProblems.tooLarge());
        }
    }

    private EntryLine broken(long line, Problem problem) {
        broken = true;
        return new EntryLine.Malformed(line, 0, problem);
    }

    private EntryLine sent(Row row) {
        last = row.number();
        int size = row.cells().stream().mapToInt(String::length).sum();
        try {
            ReadRow read = reader.read(row, registers::things);
            Entry entry = entry(read);
            return new EntryLine.Understood(
                    row.number(),
                    size,
                    entry,
                    read.dates(),
                    read.things(),
                    problem -> problem.because(problem.errors().stream()
                            .map(cause -> cause.in(reader.column(entry, cause.pointer())))
                            .toList()));
        } catch (MalformedRow malformed) {
            return new EntryLine.Malformed(row.number(), size, TableProblems.row(malformed));
        }
    }

    /** The entry that a row says; where it was recorded before, in the words of then: names have become known since. */
    private Entry entry(ReadRow read) {
        Entry entry = read.entry();
        return read.isNumbered() || read.things().isEmpty()
                ? entry
                : registers
                        .of(entry.territory())
                        .recorded(entry.entryId())
                        .map(Recorded::entry)
                        .orElse(entry);
    }
}
