package fr.jalon.query.person;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Those who are to be forgotten again. */
@Schema(name = "ErasedPersons", description = "Those who were erased before, as GET /erasures told them")
record Persons(
        @Schema(description = "Their ids", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        List<@Nullable String> erased) {}
