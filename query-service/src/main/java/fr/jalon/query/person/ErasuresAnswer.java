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

        @Schema(
                description = "What shows that this register told both lists: without it nobody is forgotten again",
                example = "Zk3vY0p7m1dJm7Q0xkqkq4bJ0m6v8wq2n3l5t9r1s0c")
        String seal,

        @Schema(description = "How many done no register has yet, and what they wait for; nothing where none waits")
        @Nullable
        Bilingual waiting) {}
