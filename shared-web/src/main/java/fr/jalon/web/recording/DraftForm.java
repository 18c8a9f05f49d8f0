package fr.jalon.web.recording;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A draft as it is sent: what its author types. */
@Schema(name = "DraftForm", description = "What is being written of a meeting; 64 KiB at most")
public record DraftForm(
        @Schema(description = TITLE, example = COPIL, minLength = 1, maxLength = TITLE_LETTERS)
        String title,

        @Schema(description = SOURCE) @Nullable ObjectNode source,
        @Schema(description = ENTRIES) List<ObjectNode> entries) {
    public static final int TITLE_LETTERS = 200;

    static final String ID = "Its id, a UUID that its first sender chose";
    static final String TERRITORY = "The territory whose register it is for";
    static final String TITLE = "What its authors call it";
    static final String COPIL = "COPIL du 12 mars";
    static final String SOURCE = "The source of its entries, as an entry has one, finished or not";
    static final String ENTRIES =
            "Its entries, finished or not: objects that nobody looks into before they are recorded";
    static final String TOUCHED_BY = "Who sent it last; an account's name";
    static final String TOUCHED_AT = "When that was";
    static final String VERSION = "How often it was sent; its ETag";
}
