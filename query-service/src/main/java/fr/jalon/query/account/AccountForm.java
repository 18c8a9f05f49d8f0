package fr.jalon.query.account;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An account that is wanted. */
@Schema(name = "AccountForm", description = "An account that is wanted")
record AccountForm(
        @Schema(
                description = "Its name: lower-case letters, digits, hyphens; no person's name",
                example = "claire",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String name,

        @Schema(
                description =
                        "Its roles: national, coordinator/TERRITORY, auditor, funder/ORGANISATION, analyst, metrics",
                example = "[\"coordinator/lille\"]",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        List<String> roles,

        @Schema(description = "Its password; left out, one is made and told once") @Nullable
        String password) {
    /** Without the password: forms may end up in a message. */
    @Override
    public String toString() {
        return "AccountForm[" + name + ", " + roles + "]";
    }
}
