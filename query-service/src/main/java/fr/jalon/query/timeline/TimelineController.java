package fr.jalon.query.timeline;

import fr.jalon.answers.Stretch;
import fr.jalon.answers.contract.TimelineAnswer;
import fr.jalon.query.asked.Asked;
import fr.jalon.query.asked.CitedPlace;
import fr.jalon.query.asked.Permalink;
import fr.jalon.query.contract.AnswersJson;
import fr.jalon.query.subject.SubjectParameter;
import fr.jalon.readmodel.question.Stretches;
import fr.jalon.web.problem.MayAnswer;
import fr.jalon.web.problem.ProblemCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What held, holds or will hold in a territory: every value over all its days, and what is announced. */
@RestController
@Tag(name = "Reading")
public final class TimelineController {
    private final Stretches stretches;

    TimelineController(Stretches stretches) {
        this.stretches = stretches;
    }

    @GetMapping(path = "/api/v1/territories/{territory}/timeline", produces = MediaType.APPLICATION_JSON_VALUE)
    @AnswersJson(TimelineAnswer.class)
    @MayAnswer({ProblemCode.UNKNOWN_TERRITORY, ProblemCode.PROJECTION_BEHIND})
    @Operation(
            operationId = "timeline",
            summary = "Every value over all its days, possible and certain, and what is announced, by subject")
    ResponseEntity<byte[]> timeline(
            @PathVariable String territory,
            @RequestParam(required = false)
                    @Parameter(
                            description = "Only this kind of fact or, with a key after a colon, only this subject",
                            example = "funding")
                    @Nullable
                    String subject,
            Asked asked) {
        SubjectParameter only = subject == null ? null : SubjectParameter.of(subject);
        Permalink link = Permalink.to("territories", territory, "timeline").with("subject", only);
        return asked.answer(territory, link, place -> answer(territory, only, place, asked));
    }

    private TimelineAnswer answer(String territory, @Nullable SubjectParameter only, CitedPlace place, Asked asked) {
        List<Stretch> found = only == null
                ? stretches.of(place.known(), null, null, asked.sight())
                : stretches.of(place.known(), only.kind(), only.key(), asked.sight());
        return TimelineAnswer.of(
                territory,
                found,
                subject -> only == null || only.names(subject),
                place.text(),
                place.known().position());
    }
}
