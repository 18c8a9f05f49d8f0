package fr.jalon.command.draft;

import fr.jalon.command.api.IfMatch;
import fr.jalon.events.entry.Slug;
import fr.jalon.web.account.Actor;
import fr.jalon.web.problem.ParameterForm;
import fr.jalon.web.problem.Problem;
import fr.jalon.web.problem.ProblemCode;
import fr.jalon.web.problem.ProblemException;
import fr.jalon.web.problem.Problems;
import fr.jalon.web.recording.DraftAnswer;
import fr.jalon.web.recording.DraftCalls;
import fr.jalon.web.recording.DraftsAnswer;
import fr.jalon.web.security.SecurityLog;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RestController;

/** Keeps drafts; each answer shows what persons are called, and is written down as such. */
@RestController
public final class DraftsController implements DraftCalls {
    private static final int RETRY_SECONDS = 5;

    private final Drafts drafts;
    private final SecurityLog log;

    DraftsController(Drafts drafts, SecurityLog log) {
        this.drafts = drafts;
        this.log = log;
    }

    @Override
    public ResponseEntity<DraftsAnswer> drafts(String territory, Actor actor) {
        List<DraftAnswer> all = answer(territory, () -> drafts.of(territory));
        log.namesSeen(actor, territory);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(DraftsAnswer.of(territory, all));
    }

    @Override
    public ResponseEntity<DraftAnswer> draft(String territory, String draft, Actor actor) {
        UUID id = id(draft);
        return whole(HttpStatus.OK, answer(territory, () -> known(territory, id)), actor);
    }

    @Override
    public ResponseEntity<DraftAnswer> keep(
            String territory, String draft, @Nullable List<String> ifMatch, byte[] body, Actor actor) {
        UUID id = id(draft);
        Long version = version(ifMatch);
        DraftText text = read(body);
        return version == null
                ? whole(HttpStatus.CREATED, answer(territory, () -> made(territory, id, text, actor)), actor)
                : whole(HttpStatus.OK, answer(territory, () -> replaced(territory, id, version, text, actor)), actor);
    }

    @Override
    public ResponseEntity<DraftAnswer> remove(
            String territory, String draft, @Nullable List<String> ifMatch, Actor actor) {
        UUID id = id(draft);
        Long version = version(ifMatch);
        return whole(HttpStatus.OK, answer(territory, () -> removed(territory, id, version)), actor);
    }

    private DraftAnswer known(String territory, UUID id) {
        return drafts.find(territory, id)
                .orElseThrow(
                        () -> DraftProblems.unknown(territory, id.toString()).asException());
    }

    private DraftAnswer made(String territory, UUID id, DraftText text, Actor actor) {
        return drafts.make(territory, id, text, actor.name())
                .orElseThrow(() -> drafts.find(territory, id)
                        .map(there -> DraftProblems.stale(there.version()))
                        .orElseGet(() -> DraftProblems.tooMany(territory))
                        .asException());
    }

    private DraftAnswer replaced(String territory, UUID id, long version, DraftText text, Actor actor) {
        return drafts.replace(territory, id, version, text, actor.name()).orElseThrow(() -> changed(territory, id));
    }

    private DraftAnswer removed(String territory, UUID id, @Nullable Long version) {
        DraftAnswer there = known(territory, id);
        if ((version != null && version != there.version()) || !drafts.remove(there)) {
            throw changed(territory, id);
        }
        return there;
    }

    private ProblemException changed(String territory, UUID id) {
        return drafts.find(territory, id)
                .map(there -> DraftProblems.stale(there.version()))
                .orElseGet(DraftProblems::gone)
                .asException();
    }

    private static UUID id(String draft) {
        try {
            return UUID.fromString(draft);
        } catch (IllegalArgumentException none) {
            throw ParameterForm.DRAFT.missedBy("draft").asException();
        }
    }

    private static @Nullable Long version(@Nullable List<String> ifMatch) {
        return IfMatch.number(ifMatch == null ? List.of() : ifMatch, ParameterForm.DRAFT_VERSION);
    }

    private static DraftText read(byte[] body) {
        if (body.length > DraftText.MOST_BYTES) {
            throw Problem.of(ProblemCode.TOO_LARGE)
                    .detailed(DraftText.MOST_BYTES)
                    .asException();
        }
        return DraftText.sent(body).orElseThrow(() -> DraftProblems.malformed().asException());
    }

    private static <T> T answer(String territory, Supplier<T> answer) {
        if (!Slug.isSlug(territory)) {
            throw Problems.unknownTerritory(territory).asException();
        }
        try {
            return answer.get();
        } catch (DataAccessException away) {
            throw Problems.unavailable(RETRY_SECONDS).asException();
        }
    }

    private ResponseEntity<DraftAnswer> whole(HttpStatus status, DraftAnswer draft, Actor actor) {
        log.namesSeen(actor, draft.territory());
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.ETAG, "\"" + draft.version() + "\"")
                .body(draft);
    }
}
