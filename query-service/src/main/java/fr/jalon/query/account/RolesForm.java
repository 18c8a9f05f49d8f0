package fr.jalon.query.account;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The roles that an account is to have. */
@Schema(name = "RolesForm", description = "The roles that an account is to have, in place of those it has")
record RolesForm(
        @Schema(
                description = "national, coordinator/TERRITORY, auditor, funder/ORGANISATION, analyst, metrics",
                example = "[\"auditor\"]",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        List<String> roles) {}
