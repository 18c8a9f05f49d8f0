package fr.jalon.query.audit;

import fr.jalon.answers.AsOf;
import fr.jalon.answers.RegisterPlace;
import fr.jalon.events.json.Sha256;
import fr.jalon.query.asked.AskedDay;
import fr.jalon.query.asked.Axes;
import fr.jalon.query.asked.CacheableAnswer;
import fr.jalon.query.asked.KnownAtParameter;
import fr.jalon.query.asked.QueryProblems;
import fr.jalon.query.asked.Questions;
import fr.jalon.seal.log.AlteredEntryException;
import fr.jalon.seal.log.NotSealedException;
import fr.jalon.seal.pack.AuditPacks;
import fr.jalon.seal.pack.NoSigningKeyException;
import fr.jalon.seal.pack.PackTooLargeException;
import fr.jalon.store.entry.UnreadableEntryException;
import fr.jalon.web.account.Actor;
import fr.jalon.web.problem.MayAnswer;
import fr.jalon.web.problem.ProblemCode;
import fr.jalon.web.problem.Problems;
import fr.jalon.web.security.SecurityLog;
import fr.jalon.web.share.Shares;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A territory's history to carry away and to verify with no server. */
@RestController
@Tag(name = "Audit")
final class AuditPackController {
    private static final String ZIP = "application/zip";
    private static final int RETRY_SECONDS = 5;

    private final Questions questions;
    private final Axes axes;
    private final AuditPacks packs;
    private final SecurityLog log;
    private final Shares shares;

    AuditPackController(
            Questions questions,
            Axes axes,
            AuditPacks packs,
            SecurityLog log,
            @Value("${jalon.packs.at-once:4}") int atOnce,
            @Value("${jalon.packs.per-account:2}") int perAccount) {
        this.questions = questions;
        this.axes = axes;
        this.packs = packs;
        this.log = log;
        this.shares = new Shares(atOnce, perAccount, RETRY_SECONDS, Problems.unavailable(RETRY_SECONDS));
    }

    @GetMapping(path = "/api/v1/territories/{territory}/audit-pack", produces = ZIP)
    @MayAnswer({
        ProblemCode.UNKNOWN_TERRITORY,
        ProblemCode.PACK_TOO_LARGE,
        ProblemCode.ALTERED_ENTRY,
        ProblemCode.UNDECODABLE_ENTRY,
        ProblemCode.NO_SIGNING_KEY
    })
    @Operation(
            operationId = "auditPack",
            summary = "One zip that verifies offline: every entry with its proof, the state, the history, a report")
    @ApiResponse(
            responseCode = "200",
            description = "The pack; README.txt in it says how to verify it",
            content = @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "422", description = "The register is too long for one pack")
    void pack(
            @PathVariable String territory,
            AskedDay day,
            @RequestParam(required = false) @KnownAtParameter @Nullable String knownAt,
            @Parameter(hidden = true) @AuthenticationPrincipal Actor actor,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        try (Shares.Held _ = shares.take(actor)) {
            send(
                    questions.answer("audit-pack", () -> make(territory, day.asOf(), knownAt)),
                    territory,
                    actor,
                    response);
        }
    }

    private void send(Path pack, String territory, Actor actor, HttpServletResponse response) throws IOException {
        try {
            log.exported(actor, "audit-pack", territory);
            response.setContentType(ZIP);
            response.setContentLengthLong(Files.size(pack));
            response.setHeader(CacheableAnswer.DIGEST, CacheableAnswer.receipt(digest(pack)));
            response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"jalon-%s.zip\"".formatted(territory));
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

    private Path make(String territory, AsOf asOf, @Nullable String knownAt) {
        RegisterPlace place = axes.place("knownAt", knownAt);
        try {
            return packs.make(new AuditPacks.Wish(territory, asOf, place))
                    .orElseThrow(() -> Problems.unknownTerritory(territory).asException());
        } catch (NoSigningKeyException e) {
            throw QueryProblems.noSigningKey().asException();
        } catch (PackTooLargeException e) {
            throw QueryProblems.packTooLarge(territory).asException();
        } catch (NotSealedException e) {
            throw Problems.unavailable(1).asException();
        } catch (AlteredEntryException e) {
            throw QueryProblems.altered(e.entryId().toString()).asException();
        } catch (UnreadableEntryException e) {
            throw QueryProblems.undecodable(e.entry().entryId().toString()).asException();
        }
    }
}
