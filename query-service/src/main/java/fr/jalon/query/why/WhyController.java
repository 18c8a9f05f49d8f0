package fr.jalon.query.why;

import fr.jalon.answers.Explanation;
import fr.jalon.answers.Sight;
import fr.jalon.answers.contract.WhyAnswer;
import fr.jalon.events.meaning.Subject;
import fr.jalon.events.register.Register;
import fr.jalon.events.why.Why;
import fr.jalon.query.asked.Asked;
import fr.jalon.query.asked.AskedDay;
import fr.jalon.query.asked.CitedPlace;
import fr.jalon.query.asked.Permalink;
import fr.jalon.query.asked.QueryProblems;
import fr.jalon.query.contract.AnswersJson;
import fr.jalon.query.subject.KnownSubjects;
import fr.jalon.query.subject.SubjectParameter;
import fr.jalon.readmodel.question.Registers;
import fr.jalon.web.problem.MayAnswer;
import fr.jalon.web.problem.ProblemCode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Why a subject is told to be so: the entries that the answer rests on, and what would settle what it leaves open. */
@RestController
@Tag(name = "Reading")
public final class WhyController {
    private final Registers registers;

    WhyController(Registers registers) {
        this.registers = registers;
    }

    @GetMapping(path = "/api/v1/territories/{territory}/why", produces = MediaType.APPLICATION_JSON_VALUE)
    @AnswersJson(WhyAnswer.class)
    @MayAnswer({ProblemCode.UNKNOWN_TERRITORY, ProblemCode.PROJECTION_BEHIND, ProblemCode.TOO_MANY_READINGS})
    @Operation(
            operationId = "why",
            summary =
                    "Why a subject is told to be so: the fewest entries it rests on, each doubt, what would settle it")
    ResponseEntity<byte[]> why(
            @PathVariable String territory,
            @RequestParam(required = false)
                    @Parameter(
                            description = "A kind of fact and, after a colon, which of its kind: its key in the state;"
                                    + " the key may be left out where the register has one of this kind",
                            required = true,
                            example = "funding:mel-programmes")
                    @Nullable
                    String subject,
            AskedDay day,
            Asked asked) {
        Subject named = SubjectParameter.required(subject);
        Permalink link = Permalink.to("territories", territory, "why")
                .with("subject", named)
                .with("asOf", day.asOf());
        return asked.answer(territory, day, link, place -> answer(territory, named, day, place, asked.sight()));
    }

    private WhyAnswer answer(String territory, Subject asked, AskedDay day, CitedPlace place, Sight sight) {
        Register register = registers.of(place.known());
        Subject subject = KnownSubjects.of(asked, register);
        if (!Why.canBeFound(register.timeline(subject))) {
            throw QueryProblems.tooManyReadings(subject.toString()).asException();
        }
        Explanation why = Explanation.of(territory, register, day.asOf(), subject, sight);
        return WhyAnswer.of(territory, day.asOf(), place.text(), place.known().position(), subject, why);
    }
}
