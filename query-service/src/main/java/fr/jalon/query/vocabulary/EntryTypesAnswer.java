package fr.jalon.query.vocabulary;

import fr.jalon.web.problem.Bilingual;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The words of the register. */
@Schema(name = "EntryTypes", description = "The words of the register: kinds of subject, types of entry")
record EntryTypesAnswer(
        @Schema(description = "The kinds of subject, in the order in which states list them")
        List<Subject> subjects,

        @Schema(description = "The types of entry") List<Type> entryTypes) {
    /** A kind of subject. */
    @Schema(name = "SubjectWord", description = "A kind of subject")
    record Subject(
            @Schema(description = "As states name it", example = "funding")
            String name,

            @Schema(description = "As people call it") Bilingual labels) {}

    /** A type of entry. */
    @Schema(name = "EntryTypeWord", description = "A type of entry")
    record Type(
            @Schema(description = "As entries name it", example = "funding-granted")
            String name,

            @Schema(description = "What it is about, as people sort them", example = "funding")
            String family,

            @Schema(
                    description = "The kind of subject it is about; null for entries about the register itself",
                    example = "funding")
            @Nullable
            String subject,

            @Schema(description = "Which revision of its form this is", example = "1")
            String revision,

            @Schema(description = "As people call it") Bilingual labels,

            @Schema(description = "The JSON Schema (2020-12) of such an entry; open, as a schema may hold any other")
            ObjectNode schema,

            @Schema(description = "Such an entry", ref = "#/components/schemas/Entry")
            JsonNode example) {}
}
