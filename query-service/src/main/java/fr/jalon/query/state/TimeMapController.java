package fr.jalon.query.state;

import fr.jalon.answers.AsOf;
import fr.jalon.answers.RegisterPlace;
import fr.jalon.query.asked.AskedDay;
import fr.jalon.query.asked.Cursor;
import fr.jalon.query.asked.Permalink;
import fr.jalon.query.asked.Questions;
import fr.jalon.readmodel.question.History;
import fr.jalon.readmodel.question.History.Recording;
import fr.jalon.readmodel.question.Knowledge;
import fr.jalon.readmodel.question.Places;
import fr.jalon.web.problem.MayAnswer;
import fr.jalon.web.problem.ProblemCode;
import fr.jalon.web.problem.Problems;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Every time at which a territory's state was another: one memento per entry recorded (RFC 7089, TimeMap). */
@RestController
@Tag(name = "Reading")
public final class TimeMapController {
    private static final int USUAL = 1000;

    private final Questions questions;
    private final Places places;
    private final History history;

    TimeMapController(Questions questions, Places places, History history) {
        this.questions = questions;
        this.places = places;
        this.history = history;
    }

    @GetMapping(path = "/api/v1/territories/{territory}/timemap", produces = Mementos.LINK_FORMAT)
    @MayAnswer(ProblemCode.UNKNOWN_TERRITORY)
    @Operation(
            operationId = "timemap",
            summary = "The mementos of a territory's state (RFC 7089), a thousand at a time")
    @ApiResponse(
            responseCode = "200",
            description = "Links to every memento and to the next page (RFC 6690)",
            content = @Content(mediaType = Mementos.LINK_FORMAT, schema = @Schema(type = "string")))
    ResponseEntity<byte[]> timemap(
            @PathVariable String territory,
            AskedDay day,
            @RequestParam(required = false) @Parameter(description = "1 to 1000; 1000 if left out") @Nullable
                    String limit,
            @RequestParam(required = false) @Parameter(description = "From the previous page's link") @Nullable
                    String after) {
        return questions.answer("timemap", () -> {
            AsOf asOf = day.isGiven() ? day.asOf() : null;
            int most = Cursor.limit(limit, USUAL);
            long seen = Cursor.position("after", after);
            long last = places.of(territory, new RegisterPlace.End()).stream()
                    .findFirst()
                    .map(Knowledge::position)
                    .orElseThrow(() -> Problems.unknownTerritory(territory).asException());
            List<Recording> page = history.recordings(territory, seen, most);
            String self = Mementos.timemap(territory, asOf)
                            .with("limit", limit)
                            .with("after", after)
                            .as("self") + "; type=\"" + Mementos.LINK_FORMAT + "\"" + span(page);
            List<String> links = new ArrayList<>();
            links.add(Mementos.original(territory, asOf).as("original timegate"));
            links.add(self);
            page.forEach(recording -> links.add(memento(territory, day.asOf(), recording, last)));
            if (!page.isEmpty() && page.getLast().position() < last) {
                links.add(Mementos.timemap(territory, asOf)
                                .with("limit", limit)
                                .with("after", Cursor.after(page.getLast().position()))
                                .as("timemap")
                        + "; type=\"" + Mementos.LINK_FORMAT + "\"");
            }
            return ResponseEntity.ok()
                    .contentType(MediaType.parseMediaType(Mementos.LINK_FORMAT))
                    .cacheControl(CacheControl.noCache().cachePrivate())
                    .body((String.join(",\n", links) + "\n").getBytes(StandardCharsets.UTF_8));
        });
    }

    /** From the first to the last memento of this page. */
    private static String span(List<Recording> page) {
        return page.isEmpty()
                ? ""
                : "; from=\"" + Mementos.write(page.getFirst().recordedAt()) + "\"; until=\""
                        + Mementos.write(page.getLast().recordedAt()) + "\"";
    }

    private static String memento(String territory, AsOf day, Recording recording, long last) {
        String relation =
                (recording.position() == 1 ? "first " : "") + (recording.position() == last ? "last " : "") + "memento";
        return Permalink.to("territories", territory)
                        .with("asOf", day)
                        .with("knownAt", recording.position())
                        .as(relation)
                + "; datetime=\"" + Mementos.write(recording.recordedAt()) + "\"";
    }
}
