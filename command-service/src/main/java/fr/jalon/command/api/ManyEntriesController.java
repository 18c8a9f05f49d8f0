package fr.jalon.command.api;

import fr.jalon.events.entry.Entry;
import fr.jalon.web.problem.Problems;
import fr.jalon.web.request.BodyLimit;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Records many entries, one a line, and answers a line to each while more arrive. */
@RestController
@Tag(name = "Recording")
final class ManyEntriesController {
    private static final int RETRY_SECONDS = 5;

    private final Recording recording;
    private final Semaphore places;

    ManyEntriesController(Recording recording, @Value("${jalon.command.imports-at-once:4}") int atOnce) {
        this.recording = recording;
        this.places = new Semaphore(atOnce);
    }

    @PostMapping(path = "/api/v1/entries", consumes = BodyLimit.LINES, produces = BodyLimit.LINES)
    @Operation(
            operationId = "recordEntries",
            summary = "Record many entries, one a line, and read one result a line, in order",
            description = "In a dry run each line is judged after the lines before it that were accepted.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = @Content(mediaType = BodyLimit.LINES, schema = @Schema(type = "string"))),
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "OK",
                            content = @Content(mediaType = BodyLimit.LINES, schema = @Schema(type = "string"))))
    @Parameter(
            name = SenderResolver.DRY_RUN,
            in = ParameterIn.QUERY,
            schema = @Schema(type = "boolean", defaultValue = "false"),
            description = "Decide only, and record nothing")
    void entries(
            Sender sender,
            @Parameter(hidden = true) Locale locale,
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) HttpServletResponse response)
            throws IOException, InterruptedException {
        if (!sender.actor().mayRecord()) {
            throw Problems.of(403).asException();
        }
        if (sender.expectedPosition() != null) {
            throw Problems.invalidParameter(IfMatch.HEADER).asException();
        }
        if (!places.tryAcquire()) {
            throw Problems.unavailable(RETRY_SECONDS).asException();
        }
        try {
            response.setContentType(BodyLimit.LINES);
            LineReader lines = new LineReader(request.getInputStream(), BodyLimit.BYTES);
            new ManyEntries(recorder(sender), results(response.getOutputStream(), sender, locale), BodyLimit.BYTES)
                    .run(lines);
        } finally {
            places.release();
        }
    }

    private Function<Entry, Outcome> recorder(Sender sender) {
        if (!sender.dryRun()) {
            return entry -> recording.send(entry, sender);
        }
        Rehearsal rehearsal = recording.rehearsal();
        return entry -> recording.rehearse(entry, rehearsal, sender);
    }

    private static Window.Sink results(OutputStream out, Sender sender, Locale locale) {
        return new Window.Sink() {
            @Override
            public void write(LineResult result) throws IOException {
                out.write((result.json(sender.dryRun(), locale) + "\n").getBytes(StandardCharsets.UTF_8));
            }

            @Override
            public void flush() throws IOException {
                out.flush();
            }
        };
    }
}
