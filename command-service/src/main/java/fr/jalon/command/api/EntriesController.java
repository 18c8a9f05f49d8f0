package fr.jalon.command.api;

import fr.jalon.command.hint.LikelyNames;
import fr.jalon.command.territory.Decision;
import fr.jalon.events.entry.Entry;
import fr.jalon.events.entry.Slug;
import fr.jalon.events.json.EntryJson;
import fr.jalon.events.json.FaultCode;
import fr.jalon.events.json.Json;
import fr.jalon.events.language.Language;
import fr.jalon.web.problem.Problem;
import fr.jalon.web.problem.ProblemException;
import fr.jalon.web.problem.Problems;
import fr.jalon.web.recording.EntryCalls;
import fr.jalon.web.recording.Receipt;
import java.net.URI;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Records one entry at a time. */
@RestController
public final class EntriesController implements EntryCalls<Sender> {
    private final Intake intake;

    EntriesController(Intake intake) {
        this.intake = intake;
    }

    @Override
    public ResponseEntity<Receipt> entry(String territory, byte[] body, Sender sender) {
        mayRecordIn(territory, sender);
        return record(read(Json.parse(body), territory), sender, UnaryOperator.identity());
    }

    @Override
    public ResponseEntity<Receipt> correction(String territory, UUID entryId, byte[] body, Sender sender) {
        return remark(Remarks.CORRECTION, territory, entryId, body, sender);
    }

    @Override
    public ResponseEntity<Receipt> retraction(String territory, UUID entryId, byte[] body, Sender sender) {
        return remark(Remarks.RETRACTION, territory, entryId, body, sender);
    }

    @Override
    public ResponseEntity<Receipt> contest(String territory, UUID entryId, byte[] body, Sender sender) {
        return remark(Remarks.CONTEST, territory, entryId, body, sender);
    }

    private ResponseEntity<Receipt> remark(Remarks remark, String territory, UUID target, byte[] body, Sender sender) {
        mayRecordIn(territory, sender);
        JsonNode whole = remark.entry(Json.parse(body), target);
        return record(read(whole, territory), sender, Remarks::placed);
    }

    /** Before anything is read: what nobody may record here need not be understood. */
    private static void mayRecordIn(String territory, Sender sender) {
        if (!Slug.isSlug(territory)) {
            throw Problems.unknownTerritory(territory).asException();
        }
        if (!sender.actor().mayRecordIn(territory)) {
            throw Replies.notTheirs(territory).asException();
        }
    }

    private static Entry read(JsonNode json, String territory) {
        Entry entry = EntryJson.proposed(json, new EntryJson.Defaults(UUID.randomUUID(), territory));
        if (!entry.territory().equals(territory)) {
            throw Problems.malformed(FaultCode.NOT_THE_TERRITORY, "/territory", entry.territory())
                    .asException();
        }
        return entry;
    }

    private ResponseEntity<Receipt> record(Entry entry, Sender sender, UnaryOperator<Problem> placed) {
        if (sender.dryRun()) {
            return tried(intake.trial(entry, sender, Language.of(LocaleContextHolder.getLocale())), sender, placed);
        }
        return switch (intake.sendAlone(entry, sender)) {
            case Decision.Recorded recorded ->
                answer(ResponseEntity.created(address(entry)), Replies.receipt(recorded, entry, false));
            case Decision.Yes yes -> answer(ResponseEntity.ok(), Replies.receipt(yes, entry, false));
            case Decision.No no -> throw problem(no, entry, placed);
        };
    }

    private ResponseEntity<Receipt> tried(Trial trial, Sender sender, UnaryOperator<Problem> placed) {
        Entry entry = trial.entry();
        return switch (intake.tryAlone(trial, sender)) {
            case Decision.Yes yes ->
                answer(
                        ResponseEntity.ok(),
                        Replies.receipt(yes, entry, true).changing(trial.effect(), LikelyNames.in(entry)));
            case Decision.No no -> throw problem(no, entry, placed);
        };
    }

    private static ProblemException problem(Decision.No no, Entry entry, UnaryOperator<Problem> placed) {
        return placed.apply(Replies.problem(no, entry)).asException();
    }

    private static ResponseEntity<Receipt> answer(ResponseEntity.BodyBuilder status, Receipt receipt) {
        return status.header(HttpHeaders.CACHE_CONTROL, "no-store").body(receipt);
    }

    private static URI address(Entry entry) {
        return URI.create("/api/v1/territories/" + entry.territory() + "/entries/" + entry.entryId());
    }
}
