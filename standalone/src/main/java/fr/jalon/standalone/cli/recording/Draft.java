package fr.jalon.standalone.cli.recording;

import fr.jalon.events.entry.EntryType;
import fr.jalon.events.json.Form;
import fr.jalon.events.language.Language;
import fr.jalon.events.phrase.DateReader;
import fr.jalon.events.phrase.DateReading;
import fr.jalon.events.phrase.Wanted;
import fr.jalon.events.time.Days;
import fr.jalon.events.time.Point;
import fr.jalon.standalone.cli.terminal.ExitCode;
import fr.jalon.standalone.cli.terminal.FieldText;
import fr.jalon.standalone.cli.terminal.Messages;
import fr.jalon.standalone.cli.terminal.Surroundings;
import fr.jalon.standalone.cli.terminal.Trouble;
import fr.jalon.tables.column.Column;
import fr.jalon.tables.column.TypedField;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An entry that is being written, field by field, each as people write it. Dates are said back as they were read.
 *
 * @param err where they are said back
 */
record Draft(EntryType type, ObjectNode entry, PrintWriter err) {
    private static final Pattern NAMED = Pattern.compile("(?s)\\s*([^\\s(]+)\\s*\\((.*)\\)\\s*");

    /** Sets what stands before the equals sign to what stands after it; to nothing where nothing does. */
    void set(String assignment) {
        int equals = assignment.indexOf('=');
        if (equals <= 0) {
            throw new Trouble(ExitCode.USAGE, Messages.say("draft.no-assignment", assignment));
        }
        String word = assignment.substring(0, equals);
        Column column = TypedField.named(type, word)
                .orElseThrow(() -> new Trouble(ExitCode.USAGE, Messages.say("draft.no-field", word, type.name())));
        set(column, assignment.substring(equals + 1));
    }

    void set(Column column, String text) {
        String last = column.path().getLast();
        Matcher named = NAMED.matcher(text);
        boolean isId = last.equals("id") && column.path().size() > 1;
        ObjectNode around = around(column.path(), isId);
        if (text.isBlank()) {
            around.remove(last);
        } else if (isId && named.matches()) {
            around.put("id", named.group(1)).put("name", named.group(2));
        } else {
            around.set(last, read(column, text));
        }
    }

    boolean has(Column column) {
        JsonNode node = entry;
        for (String field : column.path()) {
            boolean isBareId = node.isString() && field.equals("id");
            node = isBareId ? node : node.path(field);
        }
        return !node.isMissingNode() && !node.isNull();
    }

    /** The object that holds the field; another thing has none of what the one before had. */
    private ObjectNode around(List<String> path, boolean isAnother) {
        ObjectNode around = entry;
        for (String field : path.subList(0, path.size() - 1)) {
            JsonNode there = around.get(field);
            if (there instanceof ObjectNode object) {
                around = object;
            } else {
                ObjectNode whole = around.putObject(field);
                if (there != null && there.isString()) {
                    whole.set("id", there);
                }
                around = whole;
            }
        }
        if (isAnother) {
            around.removeAll();
        }
        return around;
    }

    private JsonNode read(Column column, String text) {
        if (TypedField.isAmbiguous(text, column)) {
            throw new Trouble(ExitCode.USAGE, Messages.say("draft.ambiguous", text.strip(), FieldText.label(column)));
        }
        return column.kind().equals("date") && column.form() instanceof Form.Text form
                ? entry.stringNode(date(text, form))
                : TypedField.json(text, column);
    }

    private String date(String text, Form.Text form) {
        Language language = Surroundings.current().language();
        Wanted wanted = form.schemaValue().equals(Point.PATTERN) ? Wanted.POINT : Wanted.EFFECTIVE;
        return switch (new DateReader(wanted, language, LocalDate.now(Days.ZONE)).read(text)) {
            case DateReading.Read read -> {
                if (read.isSaidOtherwise()) {
                    err.println(Messages.say("draft.date", read.saidBack(language), read.text()));
                }
                yield read.text();
            }
            case DateReading.Refused refused -> throw new Trouble(ExitCode.USAGE, refused.sentence(language));
        };
    }
}
