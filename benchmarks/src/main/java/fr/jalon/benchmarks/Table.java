package fr.jalon.benchmarks;

/** A table in Markdown, printed row by row as it is measured. */
final class Table {
    Table(String title, String... columns) {
        System.out.printf("%n### %s%n%n", title);
        row(columns);
        System.out.println("|" + "---|".repeat(columns.length));
    }

    void row(String... cells) {
        System.out.println("| " + String.join(" | ", cells) + " |");
    }
}
