package fr.jalon.seal.report;

/** A page of HTML as it is written. What cells hold is text, whatever it looks like. */
final class Page {
    private final StringBuilder html = new StringBuilder();

    /** As it is. */
    Page append(String markup) {
        html.append(markup);
        return this;
    }

    /** Begins a table: each column's share of the width, in per cent, and what stands over it, if anything. */
    void table(String... columns) {
        html.append("<table>");
        for (String column : columns) {
            html.append("<col style=\"width: %s%%\"/>".formatted(column.split(" ", 2)[0]));
        }
        if (columns[0].contains(" ")) {
            html.append("<thead><tr>");
            for (String column : columns) {
                html.append("<th>").append(column.split(" ", 2)[1]).append("</th>");
            }
            html.append("</tr></thead>");
        }
    }

    void row(String... cells) {
        html.append("<tr>");
        for (String cell : cells) {
            cell(cell);
        }
        html.append("</tr>\n");
    }

    void cell(String text) {
        html.append("<td>").append(ReportWords.escape(text)).append("</td>");
    }

    /** A line of its own in a cell; none where there is nothing to say. */
    void line(String style, String text) {
        if (!text.isEmpty()) {
            html.append("<div class=\"%s\">".formatted(style))
                    .append(ReportWords.escape(text))
                    .append("</div>");
        }
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
