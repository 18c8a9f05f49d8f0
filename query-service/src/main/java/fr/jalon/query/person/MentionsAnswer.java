package fr.jalon.query.person;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Where texts seem to speak of a person. */
@Schema(
        name = "Mentions",
        description = "Texts that seem to speak of a person: erasing the person leaves them as they are")
record MentionsAnswer(
        @Schema(description = "The person's id", example = "p-7f3kq2mx")
        String person,

        @Schema(description = "The names by which the register knows the person; none once erased")
        List<String> names,

        @Schema(description = "Each text that has such a name, or its last word, by territory and position")
        List<Mention> mentions) {
    /** A text that has a name in it. */
    @Schema(name = "Mention", description = "A text of an entry that has the person's name in it, or a part of it")
    record Mention(
            @Schema(description = "The territory's id", example = "lille")
            String territory,

            @Schema(description = "The entry's number in the territory's register", example = "12")
            long position,

            @Schema(description = "The entry's id") UUID entryId,

            @Schema(description = "When it was recorded", example = "2023-02-22T09:00:00.000001Z")
            Instant recordedAt,

            @Schema(description = "Where in the entry (RFC 6901)", example = "/note")
            String pointer,

            @Schema(description = "The text, whole") String text,

            @Schema(description = "Whether it has the whole name; else a part, which may be somebody else's or a word")
            boolean whole) {}
}
