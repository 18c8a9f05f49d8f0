package fr.jalon.query.audit;

import fr.jalon.events.json.Sha256;
import fr.jalon.query.asked.CacheableAnswer;
import fr.jalon.query.asked.QueryProblems;
import fr.jalon.query.asked.Questions;
import fr.jalon.seal.log.AlteredEntryException;
import fr.jalon.seal.log.NotSealedException;
import fr.jalon.seal.pack.NoSigningKeyException;
import fr.jalon.seal.pack.PackTooLargeException;
import fr.jalon.store.entry.UnreadableEntryException;
import fr.jalon.web.account.Actor;
import fr.jalon.web.problem.Problems;
import fr.jalon.web.security.SecurityLog;
import fr.jalon.web.share.Shares;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;

/** Hands packs out: so many at once, each made whole before its first byte is sent. */
final class PackDesk {
    static final String ZIP = "application/zip";
    private static final int RETRY_SECONDS = 5;

    private final Questions questions;
    private final SecurityLog log;
    private final Shares shares;

    PackDesk(
            Questions questions,
            SecurityLog log,
            @Value("${jalon.packs.at-once:4}") int atOnce,
            @Value("${jalon.packs.per-account:2}") int perAccount) {
        this.questions = questions;
        this.log = log;
        this.shares = new Shares(atOnce, perAccount, RETRY_SECONDS, Problems.unavailable(RETRY_SECONDS));
    }

    /** @param name of whom the pack is */
    void answer(String name, Actor actor, HttpServletResponse response, Supplier<Path> making) throws IOException {
        try (Shares.Held _ = shares.take(actor)) {
            send(questions.answer("audit-pack", () -> made(name, making)), name, actor, response);
        }
    }

    private void send(Path pack, String name, Actor actor, HttpServletResponse response) throws IOException {
        try {
            log.exported(actor, "audit-pack", name);
            response.setContentType(ZIP);
            response.setContentLengthLong(Files.size(pack));
            response.setHeader(CacheableAnswer.DIGEST, CacheableAnswer.receipt(digest(pack)));
            response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"jalon-%s.zip\"".formatted(name));
            Files.copy(pack, response.getOutputStream());
        } finally {
            Files.delete(pack);
        }
    }

    private static byte[] digest(Path file) throws IOException {
        try (var digested = new DigestInputStream(Files.newInputStream(file), Sha256.begun())) {
            digested.transferTo(OutputStream.nullOutputStream());
            return digested.getMessageDigest().digest();
        }
    }

    private static Path made(String name, Supplier<Path> making) {
        try {
            return making.get();
        } catch (NoSigningKeyException e) {
            throw QueryProblems.noSigningKey().asException();
        } catch (PackTooLargeException e) {
            throw QueryProblems.packTooLarge(name).asException();
        } catch (NotSealedException e) {
            throw Problems.unavailable(1).asException();
        } catch (UncheckedIOException noRoom) {
            throw Problems.unavailable(RETRY_SECONDS).asException();
        } catch (AlteredEntryException e) {
            throw QueryProblems.altered(e.entryId().toString()).asException();
        } catch (UnreadableEntryException e) {
            throw QueryProblems.undecodable(e.entry().entryId().toString()).asException();
        }
    }
}
