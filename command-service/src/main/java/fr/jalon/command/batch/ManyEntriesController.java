package fr.jalon.command.batch;

import fr.jalon.command.api.Intake;
import fr.jalon.command.api.Rehearsal;
import fr.jalon.command.api.Sender;
import fr.jalon.command.row.KnownRegisters;
import fr.jalon.command.territory.Decision;
import fr.jalon.events.entry.Entry;
import fr.jalon.tables.read.CsvRows;
import fr.jalon.tables.read.Tables;
import fr.jalon.tables.workbook.OdsTables;
import fr.jalon.tables.workbook.XlsxTables;
import fr.jalon.web.problem.ParameterForm;
import fr.jalon.web.problem.Problem;
import fr.jalon.web.problem.ProblemCode;
import fr.jalon.web.problem.Problems;
import fr.jalon.web.recording.EntryCalls;
import fr.jalon.web.recording.ManyEntriesCall;
import fr.jalon.web.request.BodyLimit;
import fr.jalon.web.share.Shares;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RestController;

/** Records many entries, one a line or a row, and answers a line to each while more arrive. */
@RestController
public final class ManyEntriesController implements ManyEntriesCall<Sender> {
    private static final int RETRY_SECONDS = 5;

    private final Intake intake;
    private final Path folder;
    private final Shares imports;

    ManyEntriesController(
            Intake intake,
            @Value("${java.io.tmpdir}") Path folder,
            @Value("${jalon.command.imports-at-once:4}") int atOnce,
            @Value("${jalon.command.imports-per-account:2}") int perAccount) {
        this.intake = intake;
        this.folder = folder;
        this.imports = new Shares(atOnce, perAccount, RETRY_SECONDS, Problems.unavailable(RETRY_SECONDS));
    }

    @Override
    public void entries(Sender sender, Locale locale, HttpServletRequest request, HttpServletResponse response)
            throws IOException, InterruptedException {
        if (!sender.actor().mayRecord()) {
            throw Problem.of(ProblemCode.FORBIDDEN).asException();
        }
        if (sender.expectedPosition() != null) {
            throw ParameterForm.LEFT_OUT.missedBy(EntryCalls.IF_MATCH).asException();
        }
        try (Shares.Held _ = imports.take(sender.actor())) {
            response.setContentType(BodyLimit.LINES);
            run(request, new Results(response.getOutputStream(), sender.dryRun(), locale), sender);
        }
    }

    private void run(HttpServletRequest request, Results results, Sender sender)
            throws IOException, InterruptedException {
        MediaType type = MediaType.parseMediaType(request.getContentType());
        InputStream body = request.getInputStream();
        switch (type.getSubtype().toLowerCase(Locale.ROOT)) {
            case "x-ndjson" -> new ManyEntries(recorder(sender), results).run(new JsonLines(body, BodyLimit.BYTES));
            case "csv" -> {
                try (Tables tables =
                        Tables.of(TableOfEntries.before(() -> CsvRows.open(body, type.getCharset()), null))) {
                    table(tables, results, sender);
                }
            }
            case "vnd.oasis.opendocument.spreadsheet" -> workbook(request, OdsTables::open, results, sender);
            default -> workbook(request, XlsxTables::open, results, sender);
        }
    }

    private interface Opening {
        Tables of(Path file) throws IOException;
    }

    private void workbook(HttpServletRequest request, Opening opening, Results results, Sender sender)
            throws IOException, InterruptedException {
        InputStream body = request.getInputStream();
        try (SentWorkbook workbook = SentWorkbook.of(body, request.getContentLengthLong(), folder);
                Tables tables = TableOfEntries.before(() -> opening.of(workbook.file()), null)) {
            table(tables, results, sender);
        }
    }

    private void table(Tables tables, Results results, Sender sender) throws IOException, InterruptedException {
        TableOfEntries table = new TableOfEntries(
                tables,
                new KnownRegisters(
                        intake::register, intake.names(), sender.actor().maySeeLimitedNames()));
        if (new ManyEntries(recorder(sender), results).run(table)) {
            results.summary(table);
        }
    }

    private Function<Entry, Decision> recorder(Sender sender) {
        if (!sender.dryRun()) {
            return entry -> intake.send(entry, sender);
        }
        Rehearsal rehearsal = intake.rehearsal();
        return entry -> intake.rehearse(entry, rehearsal, sender);
    }
}
