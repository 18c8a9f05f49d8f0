package fr.jalon.query.audit.pack;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import fr.jalon.events.entry.EntryType;
import fr.jalon.events.entry.Status;
import fr.jalon.events.register.Fact;
import fr.jalon.events.register.Recorded;
import fr.jalon.events.time.Effective;
import fr.jalon.query.audit.RecordedJson;
import fr.jalon.query.audit.RegisterEvents;
import fr.jalon.store.StoredEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** What a pack tells, in French, for people to read: a tagged PDF with its fonts in it. */
final class Report {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final int WEIGHT = 400;

    /** A longer history is in the pack's other files: a report is laid out in memory. */
    private static final int MOST = 2_000;

    private static final String STYLE = """
            @page { size: A4; margin: 18mm 15mm; @bottom-right { content: "Page " counter(page) " sur " counter(pages);
              font-family: 'Report'; font-size: 8pt; } }
            body { font-family: 'Report'; font-size: 9pt; color: #1b1b1b; }
            h1, h2, th { font-weight: normal; color: #1f4e72; } h1 { font-size: 18pt; } h2 { font-size: 13pt; }
            table { width: 100%; border-collapse: collapse; -fs-table-paginate: paginate; }
            td, th { border-bottom: 0.5pt solid #cccccc; padding: 2pt 4pt; text-align: left; vertical-align: top;
              word-wrap: break-word; }
            tr { page-break-inside: avoid; } pre { font-family: 'Report'; font-size: 7pt; white-space: pre-wrap; }
            .picture { table-layout: fixed; } .picture th:first-child { width: 32%; } .picture td { padding: 1pt 4pt; }
            .lane { position: relative; height: 9pt; } .year { position: absolute; top: 0; font-size: 6pt; }
            .certain { position: absolute; top: 1pt; height: 7pt; background-color: #2b6a99; }
            .possible { position: absolute; top: 1pt; height: 6pt; background-color: #dce8f2;
              border: 0.5pt dashed #2b6a99; }
            .day { position: absolute; top: 0; height: 9pt; width: 1pt; background-color: #b3261e; }
            """;

    static {
        // It would log what it lays out.
        XRLog.setLoggingEnabled(false);
    }

    private final Told told;
    private final Words words;
    private final StringBuilder html = new StringBuilder();

    private Report(Told told) {
        this.told = told;
        this.words = new Words(told.all());
    }

    static void write(Told told, Supplier<Iterator<StoredEvent>> events, OutputStream out) throws IOException {
        PdfRendererBuilder pdf = new PdfRendererBuilder();
        pdf.useFont(() -> PdfRendererBuilder.class.getResourceAsStream(FONT), "Report", WEIGHT, FontStyle.NORMAL, true);
        pdf.usePdfUaAccessibility(true);
        for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
            pdf.useExternalResourceAccessControl((uri, type) -> false, when);
        }
        pdf.withHtmlContent(new Report(told).html(events.get()), null);
        pdf.toStream(out);
        pdf.run();
    }

    String html(Iterator<StoredEvent> events) {
        String name =
                told.state().name() == null ? told.territory() : told.state().name();
        html.append("<!DOCTYPE html><html lang=\"fr\"><head><title>").append(Words.escape(title(name)));
        html.append("</title><meta name=\"subject\" content=\"Dossier d'audit\"/><meta name=\"description\" ")
                .append("content=\"Dossier d'audit\"/><style>")
                .append(STYLE)
                .append("</style></head><body><h1>")
                .append(Words.escape(title(name)))
                .append("</h1><table>");
        row("Territoire", told.territory());
        row("À la date du", told.state().asOf().toString());
        row("Connu au", told.knownAt() == null ? "rien n'était inscrit" : told.knownAt());
        row("Position de l'état", Long.toString(told.state().position()));
        row("Inscriptions au registre", Long.toString(told.all().position()));
        html.append("</table>");
        state();
        html.append("<h2>Frise</h2><p>Bleu plein : certain. Clair, bord tireté : possible. Trait rouge : la date du ")
                .append(told.state().asOf())
                .append(".</p><table class=\"picture\">")
                .append(new TimelinePicture(told.all(), told.state().asOf()).rows())
                .append("</table>");
        history(events);
        html.append("<h2>Sceau</h2><p>Le journal que ce dossier prouve, tel qu'il a été signé :</p><pre>")
                .append(Words.escape(told.checkpoint()))
                .append("</pre></body></html>");
        return html.toString();
    }

    private static String title(String name) {
        return "Dossier d'audit : " + name;
    }

    private void state() {
        html.append("<h2>État</h2><table><tr><th>Sujet</th><th>Valeur</th><th>Certitude</th><th>Depuis</th>")
                .append("<th>Jusqu'à</th></tr>");
        for (Fact fact : told.state().facts()) {
            row(
                    words.subject(fact.subject()),
                    words.value(fact.value()),
                    Words.FRENCH.of(fact.certainty()).toLowerCase(Locale.FRENCH) + contested(fact),
                    fact.since() == null ? "" : fact.since(),
                    fact.until() == null ? "" : fact.until());
        }
        html.append("</table><h2>Perspectives</h2><table><tr><th>Annonce</th><th>Statut</th><th>Attendu</th></tr>");
        for (Fact fact : told.state().outlook()) {
            JsonNode value = fact.value().deepCopy().without(List.of("type", "status"));
            row(
                    type(fact.value().path("type").asString("")) + " — " + words.value(value),
                    status(fact.value().path("status").asString("")) + contested(fact),
                    fact.since() == null ? "" : fact.since());
        }
        html.append("</table>");
    }

    private void history(Iterator<StoredEvent> events) {
        html.append("<h2>Histoire</h2><table><tr><th>N°</th><th>Inscrit le</th><th>Par</th><th>Inscription</th>")
                .append("<th>Effet</th><th>Source</th></tr>");
        int shown = 0;
        while (events.hasNext() && shown < MOST) {
            StoredEvent event = events.next();
            Recorded recorded = RegisterEvents.read(event);
            JsonNode json = RecordedJson.of(event, recorded.entry());
            Effective effective = recorded.entry().effective();
            row(
                    Long.toString(event.position()),
                    event.recordedAt().toString(),
                    json.path("actor").asString(""),
                    type(event.type()),
                    effective == null ? "" : effective.text(),
                    json.path("entry").path("source").path("title").asString(""));
            shown++;
        }
        html.append("</table>");
        if (events.hasNext()) {
            html.append("<p>La suite est dans le fichier history.json.</p>");
        }
    }

    private static String type(String name) {
        return EntryType.named(name).map(Words.FRENCH::of).orElse(name);
    }

    private static String status(String code) {
        return Arrays.stream(Status.values())
                .filter(status -> status.code().equals(code))
                .map(Words.FRENCH::of)
                .findFirst()
                .orElse(code);
    }

    private static String contested(Fact fact) {
        return fact.contested() ? " (contesté)" : "";
    }

    private void row(String... cells) {
        html.append("<tr>");
        for (String cell : cells) {
            html.append("<td>").append(Words.escape(cell)).append("</td>");
        }
        html.append("</tr>\n");
    }
}
