package fr.jalon.query.account;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Another password of one's own, and the one in use. */
@Schema(name = "OwnPasswordForm", description = "Another password of one's own")
record OwnPasswordForm(
        @Schema(description = "The one in use", requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String old,

        @Schema(
                description = "The one that is wanted: 12 characters at least, 72 bytes at most",
                requiredMode = Schema.RequiredMode.REQUIRED)
        @Nullable
        String password) {
    /** Without the passwords: forms may end up in a message. */
    @Override
    public String toString() {
        return "OwnPasswordForm";
    }
}
