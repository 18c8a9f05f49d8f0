package fr.jalon.query.vocabulary;

import fr.jalon.events.entry.EntryType;
import fr.jalon.events.language.Withheld;
import fr.jalon.people.ReaderNames;
import fr.jalon.query.asked.NamesShown;
import fr.jalon.query.asked.QueryProblems;
import fr.jalon.query.asked.Questions;
import fr.jalon.readmodel.question.WordsInUse;
import fr.jalon.readmodel.question.WordsInUse.NamedThing;
import fr.jalon.tables.column.TypedField;
import fr.jalon.tables.write.Format;
import fr.jalon.web.problem.MayAnswer;
import fr.jalon.web.problem.ParameterForm;
import fr.jalon.web.problem.ProblemCode;
import fr.jalon.web.request.BodyLimit;
import fr.jalon.web.request.WantedForm;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tables to fill in and send to {@code POST /entries}. */
@RestController
@Tag(name = "Reading")
public final class TemplatesController {
    private static final String SEVERAL = "jalon";

    private final Questions questions;
    private final WordsInUse words;
    private final NamesShown names;

    TemplatesController(Questions questions, WordsInUse words, NamesShown names) {
        this.questions = questions;
        this.words = words;
        this.names = names;
    }

    @GetMapping(
            path = "/api/v1/entry-types/{type}/template",
            produces = {BodyLimit.WORKBOOK, BodyLimit.OPEN_DOCUMENT, BodyLimit.CSV})
    @MayAnswer({ProblemCode.UNKNOWN_ENTRY_TYPE, ProblemCode.UNKNOWN_TERRITORY})
    @Operation(
            operationId = "template",
            summary = "A table to fill in with entries of a type, its headers in the reader's language",
            description = "The type by its name or by its label in either language. The table's one row is begun with"
                    + " the type and, as long as it says no more, is none to the import. The workbook has pick lists,"
                    + " of closed values and of what the registers have names for, and a sheet, which the import"
                    + " leaves unread, that explains each column.")
    @ApiResponse(
            responseCode = "200",
            description = "The table",
            content = {
                @Content(mediaType = BodyLimit.CSV, schema = @Schema(type = "string")),
                @Content(mediaType = BodyLimit.WORKBOOK, schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = BodyLimit.OPEN_DOCUMENT, schema = @Schema(type = "string", format = "binary"))
            })
    ResponseEntity<byte[]> template(
            @PathVariable String type,
            @RequestParam(required = false)
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"xlsx", "ods", "csv"},
                                            defaultValue = "xlsx"))
                    @Nullable
                    String format,
            @RequestParam(required = false)
                    @Parameter(description = "Whose names are picked from; those of all where it is left out")
                    @Nullable
                    String territory,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable
                    String accept,
            @Parameter(hidden = true) Locale locale)
            throws IOException {
        EntryType known = TypedField.type(type)
                .orElseThrow(() -> QueryProblems.unknownType(type).asException());
        Format form = form(format, accept, Template.formats());
        Template template = new Template(List.of(known), locale);
        if (form == Format.CSV) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            template.csv(out);
            return file(out, known.name(), form, locale);
        }
        return file(workbook(template, territory, form), known.name(), form, locale);
    }

    private static Format form(@Nullable String format, @Nullable String accept, List<Format> possible) {
        List<Format> offered = format == null
                ? possible
                : List.of(Format.of(format)
                        .filter(possible::contains)
                        .orElseThrow(() -> ParameterForm.ONE_OF
                                .missedBy("format", Format.listed(possible))
                                .asException()));
        return WantedForm.among(offered, form -> MediaType.parseMediaType(form.mediaType()), accept);
    }

    @GetMapping(
            path = "/api/v1/entry-types/template",
            produces = {BodyLimit.WORKBOOK, BodyLimit.OPEN_DOCUMENT})
    @MayAnswer(ProblemCode.UNKNOWN_TERRITORY)
    @Operation(
            operationId = "templates",
            summary = "A workbook to fill in, with a sheet for each type of entry",
            description = "Of all types that are about the world, or of those that a territory's register has.")
    @ApiResponse(
            responseCode = "200",
            description = "The workbook",
            content = {
                @Content(mediaType = BodyLimit.WORKBOOK, schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = BodyLimit.OPEN_DOCUMENT, schema = @Schema(type = "string", format = "binary"))
            })
    ResponseEntity<byte[]> templates(
            @RequestParam(required = false)
                    @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"xlsx", "ods"},
                                            defaultValue = "xlsx"))
                    @Nullable
                    String format,
            @RequestParam(required = false)
                    @Parameter(description = "Whose types are written, and whose names are picked from")
                    @Nullable
                    String territory,
            @Parameter(hidden = true) @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable
                    String accept,
            @Parameter(hidden = true) Locale locale)
            throws IOException {
        Format form = form(format, accept, Template.workbooks());
        Set<String> used = territory == null
                ? Set.of()
                : questions.answer("templates", () -> {
                    questions.requireRecorded(territory);
                    return Set.copyOf(words.types(territory));
                });
        List<EntryType> types = EntryType.all().stream()
                .filter(type -> !type.isAboutTheRegister())
                .filter(type -> used.isEmpty() || used.contains(type.name()))
                .toList();
        return file(
                workbook(new Template(types, locale), territory, form),
                territory == null ? SEVERAL : territory,
                form,
                locale);
    }

    private ByteArrayOutputStream workbook(Template template, @Nullable String territory, Format form)
            throws IOException {
        PickLists.Known known = questions.answer("templates", () -> {
            if (territory != null) {
                questions.requireRecorded(territory);
            }
            ReaderNames shown = names.toReader();
            List<NamedThing> things = words.things(territory).stream()
                    .map(thing -> new NamedThing(thing.kind(), thing.id(), shown.in(thing.name())))
                    .filter(thing -> !Withheld.isAnySaidBy(thing.name()))
                    .toList();
            return new PickLists.Known(things, words.topics(territory));
        });
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        template.workbook(known).write(form, out);
        return out;
    }

    private static ResponseEntity<byte[]> file(ByteArrayOutputStream content, String name, Format form, Locale locale) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, form.mediaType())
                .header(HttpHeaders.CONTENT_LANGUAGE, locale.getLanguage())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE + ", " + HttpHeaders.ACCEPT)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"%s.%s\"".formatted(name, form.extension()))
                .body(content.toByteArray());
    }
}
