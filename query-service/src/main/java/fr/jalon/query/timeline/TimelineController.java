package fr.jalon.query.timeline;

import fr.jalon.answers.Sight;
import fr.jalon.answers.Stretch;
import fr.jalon.answers.Stretch.Rectangle;
import fr.jalon.answers.contract.PictureAnswer;
import fr.jalon.answers.contract.TimelineAnswer;
import fr.jalon.events.meaning.Subject;
import fr.jalon.query.asked.Asked;
import fr.jalon.query.asked.CitedPlace;
import fr.jalon.query.asked.Permalink;
import fr.jalon.query.contract.AnswersJson;
import fr.jalon.query.subject.KnownSubjects;
import fr.jalon.query.subject.SubjectParameter;
import fr.jalon.readmodel.question.Knowledge;
import fr.jalon.readmodel.question.Registers;
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

/**
 * What held, holds or will hold in a territory: every value over all its days, and what is announced; and of one
 * subject all that was ever held, on which days and while it was known.
 */
@RestController
@Tag(name = "Reading")
public final class TimelineController {
    private final Stretches stretches;
    private final Registers registers;

    TimelineController(Stretches stretches, Registers registers) {
        this.stretches = stretches;
        this.registers = registers;
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
        return asked.answer(territory, link, place -> timeline(territory, only, place, asked));
    }

    private TimelineAnswer timeline(String territory, @Nullable SubjectParameter only, CitedPlace place, Asked asked) {
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

    @GetMapping(path = "/api/v1/territories/{territory}/picture", produces = MediaType.APPLICATION_JSON_VALUE)
    @AnswersJson(PictureAnswer.class)
    @MayAnswer({ProblemCode.UNKNOWN_TERRITORY, ProblemCode.PROJECTION_BEHIND})
    @Operation(
            operationId = "picture",
            summary = "All values that a subject was ever held to have: on which days, and as known from when to when")
    ResponseEntity<byte[]> picture(
            @PathVariable String territory,
            @RequestParam(required = false)
                    @Parameter(
                            description = "A kind of fact and, after a colon, which of its kind: its key in the state;"
                                    + " the key may be left out where the register has one of this kind",
                            required = true,
                            example = "funding:mel-programmes")
                    @Nullable
                    String subject,
            Asked asked) {
        Subject named = SubjectParameter.required(subject);
        Permalink link = Permalink.to("territories", territory, "picture").with("subject", named);
        return asked.answer(territory, link, place -> picture(territory, named, place, asked.sight()));
    }

    private PictureAnswer picture(String territory, Subject asked, CitedPlace place, Sight sight) {
        Knowledge known = place.known();
        List<Rectangle> found = stretches.rectangles(known, asked, sight);
        Subject meant = asked;
        if (found.stream().noneMatch(rectangle -> rectangle.stretch().subject().equals(asked))) {
            meant = KnownSubjects.of(asked, registers.of(known));
            found = stretches.rectangles(known, meant, sight);
        }
        return PictureAnswer.of(territory, meant, found, place.text(), known.position());
    }
}
