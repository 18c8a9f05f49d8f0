package fr.jalon.seal.report;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import fr.jalon.answers.Fact;
import fr.jalon.events.entry.RegisterEntry.EntryCorrected;
import fr.jalon.events.language.Language;
import fr.jalon.events.register.Filed;
import fr.jalon.people.ReaderNames;
import fr.jalon.store.log.StoredEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import tools.jackson.databind.JsonNode;

/** What a pack tells, in French, for people to read: a tagged PDF with its fonts in it. */
public final class Report {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final int WEIGHT = 400;

    private static final String STYLE = """
            @page { size: A4; margin: 18mm 15mm; @bottom-right { content: "Page " counter(page) " sur " counter(pages);
              font-family: 'Report'; font-size: 8pt; } }
            body { font-family: 'Report'; font-size: 9pt; color: #1b1b1b; }
            h1, h2, th { font-weight: normal; color: #1f4e72; } h1 { font-size: 18pt; } h2 { font-size: 13pt; }
            h2 { page-break-after: avoid; }
            table { width: 100%; border-collapse: collapse; table-layout: fixed; -fs-table-paginate: paginate; }
            td, th { border-bottom: 0.5pt solid #cccccc; padding: 2pt 4pt; text-align: left; vertical-align: top;
              word-wrap: break-word; }
            tr, .together { page-break-inside: avoid; }
            pre { font-family: 'Report'; font-size: 7pt; white-space: pre-wrap; word-wrap: break-word; }
            .more, .target { font-size: 8pt; color: #555555; } .mark, .remark { color: #b3261e; }
            .picture td { padding: 1pt 4pt; } .lane { position: relative; height: 9pt; }
            .year { position: absolute; top: 0; font-size: 7pt; }
            .tick { position: absolute; top: -2pt; height: 13pt; width: 0.5pt; background-color: #dddddd; }
            .certain, .possible { position: absolute; top: 1pt; height: 7pt; }
            .certain { background-color: #2b6a99; } .possible { background-color: #b9d3e6; }
            .day { position: absolute; top: -2pt; height: 13pt; width: 1pt; background-color: #b3261e; }
            .sample { position: static; display: inline-block; width: 16pt; height: 7pt; }
            """;

    /** A picture of more lanes may break over pages. */
    private static final int ONE_PAGE = 45;

    static {
        // It would log what it lays out.
        XRLog.setLoggingEnabled(false);
    }

    private final Told told;
    private final ReaderNames reader;
    private final ReportWords words;
    private final Page html = new Page();

    private Report(Told told, ReaderNames reader) {
        this.told = told;
        this.reader = reader;
        this.words = new ReportWords(told.known());
    }

    /**
     * Writes it.
     *
     * @param reader who is shown the names of persons, and which
     */
    public static void write(Told told, ReaderNames reader, Supplier<Iterator<StoredEvent>> events, OutputStream out)
            throws IOException {
        try (PDDocument document = new PDDocument()) {
            PdfRendererBuilder pdf = new PdfRendererBuilder();
            pdf.usePDDocument(document);
            pdf.useFont(new PDFontSupplier(font(document)), "Report", WEIGHT, FontStyle.NORMAL, true);
            pdf.usePdfUaAccessibility(true);
            for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
                pdf.useExternalResourceAccessControl((uri, type) -> false, when);
            }
            pdf.withHtmlContent(html(told, reader, events.get()), null);
            pdf.toStream(out);
            pdf.run();
        }
    }

    /** Without its rules of substitution: to look for ligatures would take longer than all the rest of a report. */
    private static PDFont font(PDDocument document) throws IOException {
        InputStream file = Objects.requireNonNull(PDFont.class.getResourceAsStream(FONT));
        TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file));
        font.setEnableGsub(false);
        return PDType0Font.load(document, font, true);
    }

    static String html(Told told, ReaderNames reader, Iterator<StoredEvent> events) {
        ReaderNames inFrench = reader.told(Language.FRENCH);
        return inFrench.in(new Report(told, inFrench).html(events), ReportWords::escape);
    }

    private String html(Iterator<StoredEvent> events) {
        String name =
                told.state().name() == null ? told.territory() : told.state().name();
        html.append("<!DOCTYPE html><html lang=\"fr\"><head><title>").append(ReportWords.escape(title(name)));
        html.append("</title><meta name=\"subject\" content=\"Dossier d'audit\"/><meta name=\"description\" ")
                .append("content=\"Dossier d'audit\"/><style>")
                .append(STYLE)
                .append("</style></head><body><h1>")
                .append(ReportWords.escape(title(name)))
                .append("</h1>");
        html.table("30", "70");
        html.row("Territoire", told.territory());
        html.row("À la date du", Dates.day(told.state().asOf().day()));
        html.row(
                "Connu au",
                told.knownAt() == null
                        ? "rien n'était inscrit"
                        : Dates.instant(Instant.parse(told.knownAt())) + ", heure de Paris (" + told.knownAt() + ")");
        html.row("Position de l'état", Long.toString(told.state().position()));
        html.row("Inscriptions au registre", Long.toString(told.all().position()));
        html.append("</table>");
        state();
        outlook();
        picture();
        new HistoryTable(told.all()).write(events, html);
        html.append(
                        "<div class=\"together\"><h2>Sceau</h2><p>Le journal que ce dossier prouve, tel qu'il a été signé :</p><pre>")
                .append(ReportWords.escape(told.checkpoint()))
                .append("</pre></div></body></html>");
        return html.toString();
    }

    private static String title(String name) {
        return "Dossier d'audit : " + name;
    }

    private void state() {
        html.append("<h2>État</h2>");
        html.table("23 Sujet", "32 Valeur", "10 Certitude", "14 Depuis", "11 Jusqu'à", "10 N°");
        for (Fact fact : told.state().facts()) {
            html.row(
                    words.subject(fact.subject(), fact.value()),
                    words.value(fact.subject(), fact.value()),
                    ReportWords.FRENCH.of(fact.certainty()).toLowerCase(Locale.FRENCH) + contested(fact),
                    Dates.point(fact.since()),
                    Dates.point(fact.until()),
                    numbers(fact));
        }
        html.append("</table>");
    }

    private void outlook() {
        html.append("<h2>Perspectives</h2>");
        if (told.state().outlook().isEmpty()) {
            html.append("<p>Rien n'est annoncé.</p>");
            return;
        }
        html.table("56 Annonce", "12 Statut", "22 Attendu", "10 N°");
        for (Fact fact : told.state().outlook()) {
            JsonNode value = fact.value().deepCopy().without(List.of("type", "status"));
            html.row(
                    ReportWords.type(fact.value().path("type").asString("")) + " — " + words.attributes(value),
                    ReportWords.status(fact.value().path("status").asString("")) + contested(fact),
                    Dates.point(fact.since()),
                    numbers(fact));
        }
        html.append("</table>");
    }

    private void picture() {
        TimelinePicture picture = new TimelinePicture(told.known(), told.state().asOf(), reader);
        html.append(picture.height() <= ONE_PAGE ? "<div class=\"together\">" : "<div>")
                .append("<h2>Frise</h2><p><span class=\"sample certain\"></span> certain &#160; ")
                .append("<span class=\"sample possible\"></span> possible &#160; trait rouge : le ")
                .append(Dates.day(told.state().asOf().day()))
                .append("</p>");
        html.append("<table class=\"picture\"><col style=\"width: 34%\"/><col style=\"width: 66%\"/>")
                .append(picture.rows())
                .append("</table></div>");
    }

    /** Those of the entries that a fact rests on, and of what corrects them. */
    private String numbers(Fact fact) {
        return fact.entries().stream()
                .flatMap(entry -> told.known().filed(entry).stream())
                .map(this::number)
                .collect(Collectors.joining(", "));
    }

    private String number(Filed file) {
        String corrections = file.remarks().stream()
                .filter(EntryCorrected.class::isInstance)
                .flatMap(remark -> told.known().recorded(remark.entryId()).stream())
                .map(recorded -> Long.toString(recorded.position()))
                .collect(Collectors.joining(", "));
        String number = Long.toString(file.recorded().position());
        return corrections.isEmpty() ? number : number + " (corrigée par " + corrections + ")";
    }

    private static String contested(Fact fact) {
        return fact.contested() ? " (contesté)" : "";
    }
}
