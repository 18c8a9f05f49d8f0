package fr.jalon.query.audit;

import fr.jalon.answers.Sight;
import fr.jalon.events.json.Json;
import fr.jalon.query.asked.AskedDay;
import fr.jalon.query.asked.AskedOfAll;
import fr.jalon.query.asked.AskedPlace;
import fr.jalon.query.asked.NamesShown;
import fr.jalon.query.funder.Funders;
import fr.jalon.query.funder.Portfolio;
import fr.jalon.readmodel.question.History;
import fr.jalon.seal.pack.AuditPacks;
import fr.jalon.web.account.Actor;
import fr.jalon.web.account.Right;
import fr.jalon.web.policy.Needs;
import fr.jalon.web.problem.MayAnswer;
import fr.jalon.web.problem.Problem;
import fr.jalon.web.problem.ProblemCode;
import fr.jalon.web.problem.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What can be carried away and verified with no server: a territory, all of them, what a funder gives. */
@RestController
@Tag(name = "Audit")
final class AuditPackController {
    private static final String TOO_LONG = "It is too long for one pack";

    /** Stands where the name of one territory does. */
    private static final String ALL = "territories";

    private final AuditPacks packs;
    private final Funders funders;
    private final History history;
    private final PackDesk desk;
    private final NamesShown names;

    AuditPackController(AuditPacks packs, Funders funders, History history, PackDesk desk, NamesShown names) {
        this.names = names;
        this.packs = packs;
        this.funders = funders;
        this.history = history;
        this.desk = desk;
    }

    @GetMapping(path = "/api/v1/territories/{territory}/audit-pack", produces = PackDesk.ZIP)
    @Needs(Right.AUDIT)
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
    @AnswersPack
    @ApiResponse(responseCode = "422", description = "The register is too long for one pack")
    void pack(
            @PathVariable String territory,
            AskedDay day,
            AskedPlace asked,
            @Parameter(hidden = true) @AuthenticationPrincipal Actor actor,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        desk.answer(territory, actor, response, () -> {
            AuditPacks.Wish wish = new AuditPacks.Wish(territory, day.asOf(), asked.inRegister());
            return packs.make(wish, names.toReader())
                    .orElseThrow(() -> Problems.unknownTerritory(territory).asException());
        });
    }

    @GetMapping(path = "/api/v1/audit-pack", produces = PackDesk.ZIP)
    @Needs(Right.AUDIT)
    @MayAnswer({
        ProblemCode.PACK_TOO_LARGE,
        ProblemCode.ALTERED_ENTRY,
        ProblemCode.UNDECODABLE_ENTRY,
        ProblemCode.NO_SIGNING_KEY
    })
    @Operation(
            operationId = "nationalAuditPack",
            summary = "One zip of all territories that verifies offline, as holding the whole log too")
    @AnswersPack
    @ApiResponse(responseCode = "422", description = TOO_LONG)
    void national(
            AskedDay day,
            AskedPlace asked,
            @Parameter(hidden = true) @AuthenticationPrincipal Actor actor,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        desk.answer(ALL, actor, response, () -> packs.makeNational(day.asOf(), asked.inAll(), names.toReader()));
    }

    @GetMapping(path = "/api/v1/funders/{organisation}/audit-pack", produces = PackDesk.ZIP)
    @Needs(Right.AUDIT)
    @MayAnswer({
        ProblemCode.UNKNOWN_FUNDER,
        ProblemCode.PACK_TOO_LARGE,
        ProblemCode.ALTERED_ENTRY,
        ProblemCode.UNDECODABLE_ENTRY,
        ProblemCode.NO_SIGNING_KEY
    })
    @Operation(
            operationId = "funderAuditPack",
            summary = "One zip that verifies offline: what a funder gives, and every entry it rests on with its proof")
    @AnswersPack
    @ApiResponse(responseCode = "422", description = TOO_LONG)
    void funder(
            @PathVariable String organisation,
            AskedDay day,
            AskedOfAll asked,
            @Parameter(hidden = true) @AuthenticationPrincipal Actor actor,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException {
        desk.answer(organisation, actor, response, () -> {
            Portfolio portfolio = funders.portfolio(organisation, day.asOf(), asked.instant(), asked.sight());
            SortedMap<String, Set<UUID>> entries = new TreeMap<>();
            portfolio
                    .fundings()
                    .forEach(funding -> entries.computeIfAbsent(funding.territory(), none -> new TreeSet<>())
                            .addAll(funding.entries()));
            requireSeen(entries, asked.sight());
            return packs.makeFunder(
                    organisation, new AuditPacks.FunderAnswer(Json.text(portfolio), entries), names.toReader());
        });
    }

    /** A pack has entries as they were sealed, amounts and all: of a funding that changed hands, another's too. */
    private void requireSeen(SortedMap<String, Set<UUID>> entries, Sight sight) {
        if (!entries.values().stream().allMatch(ofTerritory -> history.areSeen(ofTerritory, sight))) {
            throw Problem.of(ProblemCode.FORBIDDEN).asException();
        }
    }
}
