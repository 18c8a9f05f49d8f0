package fr.jalon.query.things;

import fr.jalon.events.language.Folded;
import fr.jalon.events.register.Names;
import fr.jalon.query.asked.AskedOfAll;
import fr.jalon.query.asked.Permalink;
import fr.jalon.query.contract.AnswersJson;
import fr.jalon.readmodel.question.KnownNames;
import fr.jalon.web.problem.ParameterForm;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is known by a name: organisations, worksites, programmes, persons, whatever an entry refers to. */
@RestController
@Tag(name = "Reading")
public final class ThingsOfAllController {
    private static final int MOST = 20;
    private static final Set<String> KINDS = Names.kinds();

    private final KnownNames names;

    ThingsOfAllController(KnownNames names) {
        this.names = names;
    }

    @GetMapping(path = "/api/v1/things", produces = MediaType.APPLICATION_JSON_VALUE)
    @AnswersJson(ThingsOfAllAnswer.class)
    @Operation(
            operationId = "thingsOfAll",
            summary = "Things by a part of their names, for typing ahead: twenty at most")
    ResponseEntity<byte[]> things(
            @RequestParam(required = false)
                    @Parameter(description = "Only things of this kind", example = "organisation")
                    @Nullable
                    String kind,
            @RequestParam(required = false)
                    @Parameter(
                            description = "What the name has in it, whatever its case and accents; any if left out",
                            example = "metropole")
                    @Nullable
                    String text,
            AskedOfAll asked) {
        if (kind != null && !KINDS.contains(kind)) {
            throw ParameterForm.ONE_OF
                    .missedBy("kind", String.join(", ", KINDS))
                    .asException();
        }
        String part = text == null ? "" : Folded.of(text);
        Permalink link = Permalink.to("things").with("kind", kind).with("text", text == null ? null : part);
        return asked.answer(
                link,
                instant -> ThingsOfAllAnswer.of(
                        instant.text(), names.having(part, kind, instant.knownAt(), MOST, instant.frontier())));
    }
}
