package fr.jalon.standalone.cli.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows under titles, for people. Cells are wrapped to the terminal they are read on; where the output goes elsewhere a
 * row is a line, and nothing is cut.
 */
public final class TextTable {
    private static final String BETWEEN = "  ";
    private static final int NARROWEST = 10;

    /** What is longer does not push the columns after it aside. */
    private static final int WIDEST = 60;

    private final List<List<String>> rows = new ArrayList<>();

    /** With the titles of its columns, split by {@code |}, in the reader's language. */
    public TextTable(String titles) {
        rows.add(List.of(Messages.say(titles).split("\\|")));
    }

    /** Without titles. */
    public static TextTable untitled() {
        return new TextTable();
    }

    private TextTable() {}

    public void row(String... cells) {
        rows.add(Arrays.stream(cells)
                .map(cell -> cell.replaceAll("[\\s\\p{Cntrl}]+", " ").strip())
                .toList());
    }

    /** Whether there is no row but the titles. */
    public boolean isEmpty() {
        return rows.size() <= 1;
    }

    @Override
    public String toString() {
        int columns = Surroundings.current().columns();
        int[] widths = widths(columns);
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            List<List<String>> cells = IntStream.range(0, widths.length)
                    .mapToObj(i -> columns == Integer.MAX_VALUE ? List.of(row.get(i)) : wrapped(row.get(i), widths[i]))
                    .toList();
            int height = cells.stream().mapToInt(List::size).max().orElse(0);
            for (int line = 0; line < height; line++) {
                text.append(line(cells, line, widths)).append(System.lineSeparator());
            }
        }
        return text.toString();
    }

    private static String line(List<List<String>> cells, int line, int[] widths) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = line < cells.get(i).size() ? cells.get(i).get(line) : "";
            text.append(cell).repeat(" ", Math.max(0, widths[i] - length(cell))).append(BETWEEN);
        }
        return text.toString().stripTrailing();
    }

    private int[] widths(int columns) {
        int[] widths = IntStream.range(0, rows.getFirst().size())
                .map(i ->
                        rows.stream().mapToInt(row -> length(row.get(i))).max().orElse(0))
                .toArray();
        if (columns == Integer.MAX_VALUE) {
            return Arrays.stream(widths).map(width -> Math.min(width, WIDEST)).toArray();
        }
        int room = columns - BETWEEN.length() * (widths.length - 1);
        for (int over = Arrays.stream(widths).sum() - room; over > 0; over--) {
            int widest = IntStream.range(0, widths.length)
                    .reduce((one, other) -> widths[other] > widths[one] ? other : one)
                    .orElseThrow();
            if (widths[widest] <= NARROWEST) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }

    /** A text in lines of so many characters; a longer word stands by itself. */
    static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && length(line) + 1 + length(word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private static int length(CharSequence text) {
        return (int) text.codePoints().count();
    }
}
