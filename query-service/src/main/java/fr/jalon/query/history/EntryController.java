package fr.jalon.query.history;

import fr.jalon.answers.contract.HistoryItem;
import fr.jalon.query.asked.Asked;
import fr.jalon.query.asked.CacheableAnswer;
import fr.jalon.query.asked.CitedPlace;
import fr.jalon.query.asked.Permalink;
import fr.jalon.query.asked.QueryProblems;
import fr.jalon.query.contract.AnswersJson;
import fr.jalon.readmodel.question.History;
import fr.jalon.web.problem.MayAnswer;
import fr.jalon.web.problem.ParameterForm;
import fr.jalon.web.problem.ProblemCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One entry of a territory by itself. */
@RestController
@Tag(name = "Reading")
public final class EntryController {
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");

    private final History history;
    private final EntryNames names;

    EntryController(History history, EntryNames names) {
        this.names = names;
        this.history = history;
    }

    @GetMapping(path = "/api/v1/territories/{territory}/entries/{entryId}", produces = MediaType.APPLICATION_JSON_VALUE)
    @AnswersJson(HistoryItem.class)
    @MayAnswer({ProblemCode.UNKNOWN_TERRITORY, ProblemCode.UNKNOWN_ENTRY, ProblemCode.PROJECTION_BEHIND})
    @Operation(operationId = "entry", summary = "One entry, as it stands in the history")
    ResponseEntity<byte[]> entry(
            @PathVariable String territory,
            @PathVariable String entryId,
            @RequestParam(required = false) @WithNames @Nullable String names,
            Asked asked) {
        boolean isNamed = ParameterForm.isTrue("names", names);
        if (!UUID_FORM.matcher(entryId).matches()) {
            throw ParameterForm.ENTRY_ID.missedBy("entryId").asException();
        }
        return asked.answer(() -> {
            CitedPlace place = asked.place(territory);
            // Before the tag is compared: of what is not there nobody has an answer.
            HistoryItem entry = history.one(
                            territory, UUID.fromString(entryId), place.known().position(), asked.sight())
                    .map(HistoryPage::item)
                    .orElseThrow(() -> QueryProblems.unknownEntry(entryId).asException());
            return asked.marked(new CacheableAnswer(place.tag(), place.holds()))
                    .citedBy(Permalink.to("territories", territory, "entries", entryId)
                            .with("names", isNamed ? true : null)
                            .with("knownAt", place.pin()))
                    .answer(
                            asked.seen(),
                            () -> isNamed
                                    ? this.names
                                            .with(List.of(entry), place.known())
                                            .getFirst()
                                    : entry);
        });
    }
}
