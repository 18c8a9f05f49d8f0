package fr.jalon.seal.report;

import fr.jalon.answers.contract.HistoryItem;
import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.Status;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import fr.jalon.seal.replay.HistoryLines;
import fr.jalon.store.entry.LoggedEntry;
import fr.jalon.store.entry.ReadEvent;
import fr.jalon.store.log.StoredEvent;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The history in a report: what each entry says, and what later ones say of it. */
final class HistoryTable {
    /** A longer history is in the pack's other files: a report is laid out in memory. */
    private static final int MOST = 2_000;

    /** What an entry has beside its own attributes, or what the report shows elsewhere. */
    private static final List<String> HEADER =
            List.of("entryId", "territory", "type", "effective", "status", "source", "fulfils", "target", "entry");

    private final Register register;

    /** @param register all that was recorded: what later entries say of one stands beside it */
    HistoryTable(Register register) {
        this.register = register;
    }

    void write(Iterator<StoredEvent> events, Page html) {
        html.append("<h2>Histoire</h2>");
        html.table("5 N°", "19 Inscrit le", "11 Par", "32 Inscription", "15 Effet", "18 Source");
        HistoryLines lines = new HistoryLines(register);
        Register before = Register.empty();
        while (events.hasNext() && before.position() < MOST) {
            LoggedEntry entry = ReadEvent.of(events.next()).orThrow();
            Register then = before.with(entry.recorded());
            row(lines.of(entry), entry.recorded(), before, then, html);
            before = then;
        }
        html.append("</table>");
        if (events.hasNext()) {
            html.append("<p>La suite est dans le fichier history.json.</p>");
        }
    }

    /** An entry in the words that the register had for things then, just after it. */
    private void row(HistoryItem line, Recorded recorded, Register before, Register then, Page html) {
        Entry entry = recorded.entry();
        ReportWords words = new ReportWords(then);
        html.append("<tr>");
        html.cell(Long.toString(line.position()));
        html.cell(Dates.instant(line.recordedAt()));
        html.cell(line.actor() == null ? "" : line.actor());
        html.append("<td>")
                .append(ReportWords.escape(
                        ReportWords.type(line.entry().path("type").asString(""))));
        html.line("mark", status(entry));
        html.line("more", words.attributes(line.entry().deepCopy().without(HEADER)));
        new TargetLines(before, then).write(entry, html);
        html.line("remark", remarks(line));
        html.append("</td>");
        html.cell(Dates.effective(entry.effective()));
        source(line.entry().path("source"), words, html);
        html.append("</tr>\n");
    }

    private static String status(Entry entry) {
        Status status = entry.header().status();
        return status == Status.ACTUAL ? "" : "Statut : " + ReportWords.FRENCH.of(status);
    }

    /** Where an entry comes from, and under its title all else that is said of that: who spoke, when, in what words. */
    private static void source(JsonNode source, ReportWords words, Page html) {
        html.append("<td>").append(ReportWords.escape(source.path("title").asString("")));
        if (source instanceof ObjectNode whole) {
            html.line("more", words.attributes(whole.deepCopy().without("title")));
        }
        html.append("</td>");
    }

    /** What later entries say of one, by their numbers. */
    private String remarks(HistoryItem line) {
        return Stream.of(
                        remark("Abandonnée par", Stream.ofNullable(line.abandonedBy())),
                        remark("Contestée par", line.contestedBy().stream()),
                        remark("Corrigée par", line.correctedBy().stream()),
                        remark("Réalisée par", line.fulfilledBy().stream()),
                        remark("Retirée par", Stream.ofNullable(line.retractedBy())))
                .filter(remark -> !remark.isEmpty())
                .collect(Collectors.joining(" ; "));
    }

    private String remark(String what, Stream<UUID> entries) {
        String numbers = entries.map(register::recorded)
                .map(entry -> entry.map(recorded -> Long.toString(recorded.position()))
                        .orElse("?"))
                .collect(Collectors.joining(", "));
        return numbers.isEmpty() ? "" : what + " n° " + numbers;
    }
}
