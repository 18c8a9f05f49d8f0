package fr.jalon.query.account;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The password that an account is to have. */
@Schema(name = "PasswordForm", description = "The password that an account is to have")
record PasswordForm(
        @Schema(description = "Left out, one is made and told once") @Nullable
        String password) {
    /** Without the password: forms may end up in a message. */
    @Override
    public String toString() {
        return "PasswordForm";
    }
}
