package fr.jalon.query.person;

import fr.jalon.web.problem.Bilingual;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every erasure, and who is to be forgotten again should an older back-up bring them back. */
@Schema(name = "Erasures", description = "Every erasure, and the ids of all who were erased")
record ErasuresAnswer(
        @Schema(description = "The latest first") List<ErasureAnswer> erasures,

        @Schema(description = "The ids, to be kept elsewhere and sent again after a restore")
        List<String> erased,

        @Schema(description = "How many done no register has yet, and what they wait for; nothing where none waits")
        @Nullable
        Bilingual waiting) {}
