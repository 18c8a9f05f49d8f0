package fr.jalon.query.api;

import fr.jalon.query.exchange.CellTooLongException;
import fr.jalon.query.exchange.Exports;
import fr.jalon.query.exchange.Wish;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Makes and sends files. Each is made whole before the first byte of it is sent: one that breaks off could pass for whole,
 * and a slow reader holds nothing of the database.
 */
final class ExportFiles {
    private final Questions questions;
    private final Exports exports;

    ExportFiles(Questions questions, Exports exports) {
        this.questions = questions;
        this.exports = exports;
    }

    /**
     * What is to be sent, and how long that stays so.
     *
     * @param whose what its name begins with
     * @param negotiated whether another {@code Accept} header would have got another form
     */
    record Wanted(Wish wish, String whose, boolean negotiated, Freshness freshness) {
        String disposition() {
            String day = wish.what().isOfADay() ? "-" + wish.asOf() : "";
            return "attachment; filename=\"%s-%s%s.%s\""
                    .formatted(whose, wish.what().fileName(), day, wish.format().extension());
        }
    }

    void send(Wanted wanted, @Nullable String seen, HttpServletResponse response) throws IOException {
        wanted.freshness()
                .unchanged()
                .getHeaders()
                .forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
        if (wanted.negotiated()) {
            response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        }
        if (wanted.freshness().isAmong(seen)) {
            response.setStatus(HttpStatus.NOT_MODIFIED.value());
            return;
        }
        Path made = Files.createTempFile("jalon-export", null);
        try {
            byte[] digest = questions.answer("export-file", () -> make(wanted.wish(), made));
            response.setHeader(Freshness.DIGEST, Freshness.receipt(digest));
            response.setContentType(wanted.wish().format().mediaType());
            response.setContentLengthLong(Files.size(made));
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, wanted.disposition());
            Files.copy(made, response.getOutputStream());
        } finally {
            Files.delete(made);
        }
    }

    private byte[] make(Wish wish, Path file) {
        MessageDigest digest = Freshness.sha256();
        try (OutputStream out = new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), digest)) {
            exports.write(wish, out);
        } catch (CellTooLongException e) {
            throw QueryProblems.cellTooLong(e.column()).asException();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return digest.digest();
    }
}
