package fr.jalon.query.person;

import fr.jalon.events.json.Json;
import fr.jalon.people.Disclosure;
import fr.jalon.people.Erasures;
import fr.jalon.people.ReaderNames;
import fr.jalon.people.SealedName;
import fr.jalon.people.SealedText;
import fr.jalon.query.asked.NamesShown;
import fr.jalon.query.asked.QueryProblems;
import fr.jalon.query.asked.Questions;
import fr.jalon.query.asked.Unkept;
import fr.jalon.query.person.MentionsAnswer.Mention;
import fr.jalon.readmodel.person.PersonEntries;
import fr.jalon.readmodel.person.PersonEntries.Named;
import fr.jalon.web.account.Actor;
import fr.jalon.web.account.Right;
import fr.jalon.web.policy.Needs;
import fr.jalon.web.problem.MayAnswer;
import fr.jalon.web.problem.ProblemCode;
import fr.jalon.web.security.SecurityLog;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Which texts speak of a person: to be looked through before an erasure, which leaves them as they are. */
@RestController
@Tag(name = "Persons")
public final class MentionsController {
    private final Questions questions;
    private final PersonEntries entries;
    private final Erasures erasures;
    private final NamesShown shown;
    private final SecurityLog log;

    MentionsController(
            Questions questions, PersonEntries entries, Erasures erasures, NamesShown shown, SecurityLog log) {
        this.questions = questions;
        this.entries = entries;
        this.erasures = erasures;
        this.shown = shown;
        this.log = log;
    }

    @GetMapping(path = "/api/v1/persons/{person}/mentions", produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Right.OVERSEE)
    @MayAnswer(ProblemCode.UNKNOWN_PERSON)
    @Operation(
            operationId = "mentions",
            summary = "Texts of all registers that have a person's name in them; asked for before an erasure")
    @ApiResponse(responseCode = "200", description = "The whole names first; it is never kept by caches")
    ResponseEntity<MentionsAnswer> mentions(
            @PathVariable @Parameter(description = "The id", example = "coordinateur-lille-2023") String person,
            @Parameter(hidden = true) @AuthenticationPrincipal Actor actor) {
        return questions.answer("mentions", () -> {
            List<Named> named = entries.of(person);
            if (named.isEmpty() && !erasures.erased().contains(person)) {
                throw QueryProblems.unknownPerson(person).asException();
            }
            log.exported(actor, "mentions", person);
            List<String> names = names(person, named);
            return Unkept.answer(new MentionsAnswer(person, names, names.isEmpty() ? List.of() : found(names)));
        });
    }

    /** As whoever asks may see them, which is all there are. */
    private List<String> names(String person, List<Named> named) {
        List<SealedName> sealed = named.stream()
                .flatMap(entry -> ReaderNames.allIn(Json.text(entry.content())).stream())
                .filter(name -> name.person().equals(person))
                .distinct()
                .toList();
        return shown.toReader().disclosed(sealed).values().stream()
                .map(Disclosure::name)
                .distinct()
                .sorted()
                .toList();
    }

    private List<Mention> found(List<String> names) {
        NameInTexts name = new NameInTexts(names);
        ReaderNames reader = shown.toReader();
        List<Mention> whole = new ArrayList<>();
        List<Mention> parts = new ArrayList<>();
        entries.each(entry -> NameInTexts.eachText(entry.content(), "", (pointer, recorded) -> {
            String text = SealedText.of(recorded).isPresent() ? reader.in(recorded) : recorded;
            name.in(text)
                    .ifPresent(isWhole -> (isWhole ? whole : parts)
                            .add(new Mention(
                                    entry.territory(),
                                    entry.position(),
                                    entry.entryId(),
                                    entry.recordedAt(),
                                    pointer,
                                    text,
                                    isWhole)));
        }));
        whole.addAll(parts);
        return whole;
    }
}
