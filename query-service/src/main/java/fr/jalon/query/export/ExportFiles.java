package fr.jalon.query.export;

import fr.jalon.events.json.Sha256;
import fr.jalon.query.asked.CacheableAnswer;
import fr.jalon.query.asked.QueryProblems;
import fr.jalon.query.asked.Questions;
import fr.jalon.tables.write.CellTooLongException;
import fr.jalon.web.problem.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Makes and sends files. Each is made whole before the first byte of it is sent: one that breaks off could pass for
 * whole, and a slow reader holds nothing of the database.
 */
public final class ExportFiles {
    private static final Logger LOG = LoggerFactory.getLogger(ExportFiles.class);
    private static final int RETRY_SECONDS = 60;

    private final Questions questions;
    private final Exports exports;
    private final Path folder;

    public ExportFiles(Questions questions, Exports exports, Path folder) {
        this.questions = questions;
        this.exports = exports;
        this.folder = folder;
    }

    /**
     * What is to be sent, and how long that stays so.
     *
     * @param whose what its name begins with
     * @param negotiated whether another {@code Accept} header would have got another form
     */
    record Wanted(Wish wish, String whose, boolean negotiated, CacheableAnswer answer) {
        String disposition() {
            String day = wish.what().isOfADay() ? "-" + wish.asOf() : "";
            return "attachment; filename=\"%s-%s%s.%s\""
                    .formatted(whose, wish.what().fileName(), day, wish.format().extension());
        }
    }

    /**
     * Sends it, unless whoever asked has it already.
     *
     * @param leaving what is done once it is made, before its first byte is sent
     */
    void send(Wanted wanted, @Nullable String seen, HttpServletResponse response, Runnable leaving) throws IOException {
        wanted.answer()
                .unchanged()
                .getHeaders()
                .forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        if (wanted.negotiated()) {
            response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        }
        if (wanted.wish().isSpoken()) {
            response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        }
        if (wanted.answer().isAmong(seen)) {
            response.setStatus(HttpStatus.NOT_MODIFIED.value());
            return;
        }
        Made made = questions.answer("export-file", () -> make(wanted.wish()));
        try {
            leaving.run();
            response.setHeader(CacheableAnswer.DIGEST, made.receipt);
            response.setContentType(wanted.wish().format().mediaType());
            response.setContentLengthLong(Files.size(made.file));
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, wanted.disposition());
            Files.copy(made.file, response.getOutputStream());
        } finally {
            Files.delete(made.file);
        }
    }

    /** A file, whole, for whoever asked to send and delete. */
    record Made(Path file, String receipt) {}

    /** Makes a file; 503 where the folder has no more room. */
    Made make(Wish wish) {
        try {
            Path file = Files.createTempFile(folder, "jalon-export", null);
            try {
                return new Made(file, write(wish, file));
            } catch (IOException | RuntimeException e) {
                Files.delete(file);
                throw e;
            }
        } catch (CellTooLongException e) {
            throw QueryProblems.cellTooLong(e.column()).asException();
        } catch (IOException e) {
            LOG.warn("No export can be written to {}", folder, e);
            throw Problems.unavailable(RETRY_SECONDS).asException();
        }
    }

    private String write(Wish wish, Path file) throws IOException {
        MessageDigest digest = Sha256.begun();
        try (OutputStream out = new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), digest)) {
            exports.write(wish, out);
        }
        return CacheableAnswer.receipt(digest.digest());
    }
}
