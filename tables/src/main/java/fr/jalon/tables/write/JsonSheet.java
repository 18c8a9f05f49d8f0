package fr.jalon.tables.write;

import fr.jalon.events.json.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * An array with an object a row, whose fields are the columns; an empty cell is left out, an exact decimal is a text.
 */
final class JsonSheet implements Sheet {
    private final OutputStream out;
    private final List<String> columns;
    private boolean begun;

    JsonSheet(OutputStream out, List<String> columns) {
        this.out = out;
        this.columns = columns;
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        ObjectNode row = Json.MAPPER.createObjectNode();
        for (int i = 0; i < cells.size(); i++) {
            switch (cells.get(i)) {
                case null -> {}
                case Long number -> row.put(columns.get(i), number);
                case Boolean truth -> row.put(columns.get(i), truth);
                case BigDecimal number -> row.put(columns.get(i), number.toPlainString());
                case Object text -> row.put(columns.get(i), text.toString());
            }
        }
        write((begun ? ",\n" : "[\n") + row);
        begun = true;
    }

    @Override
    public void close() throws IOException {
        write(begun ? "\n]\n" : "[]\n");
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
