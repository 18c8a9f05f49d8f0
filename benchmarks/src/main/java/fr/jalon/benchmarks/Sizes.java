package fr.jalon.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The same measured of logs that are larger and larger, side by side. */
final class Sizes {
    private static final int[] REGISTERS = {10_000, 100_000, 1_000_000};
    private static final int[] TERRITORIES = {10, 1_000, 10_000, 100_000};

    private final int[] sizes;

    private Sizes(int[] all, int most) {
        this.sizes = Arrays.stream(all)
                .filter(size -> size == all[0] || size <= most)
                .toArray();
    }

    /** Of all territories, up to so many entries; the smallest at least. */
    static Sizes ofRegisters(int most) {
        return new Sizes(REGISTERS, most);
    }

    /** Of one territory. */
    static Sizes ofTerritories(int most) {
        return new Sizes(TERRITORIES, most);
    }

    /** What is measured of one log. */
    interface Measure<M> {
        M of(int size) throws Exception;
    }

    /** What a row says of one log. */
    interface Cell<M> {
        String of(M measured, M smallest, int size);
    }

    /** A row of the table for each of these. */
    record Row<M>(String title, Cell<M> cell) {}

    <M> void table(String title, List<Row<M>> rows, Measure<M> measure) throws Exception {
        List<M> measured = new ArrayList<>();
        for (int size : sizes) {
            measured.add(measure.of(size));
            System.err.println(size + " entries: " + measured.getLast());
        }
        String[] head = new String[1 + sizes.length];
        head[0] = "";
        for (int i = 0; i < sizes.length; i++) {
            head[i + 1] = String.format(Locale.ROOT, "%,d", sizes[i]);
        }
        Table table = new Table(title, head);
        for (Row<M> row : rows) {
            String[] cells = new String[1 + sizes.length];
            cells[0] = row.title;
            for (int i = 0; i < sizes.length; i++) {
                cells[i + 1] = row.cell.of(measured.get(i), measured.getFirst(), sizes[i]);
            }
            table.row(cells);
        }
    }
}
