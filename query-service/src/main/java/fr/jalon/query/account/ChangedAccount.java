package fr.jalon.query.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was done to an account. */
@Schema(name = "ChangedAccount", description = "The account that was changed; it counts at once")
record ChangedAccount(
        @Schema(description = "Its name", example = "claire")
        String account,

        @Schema(description = "The password that was made for it, told this once; not there where one was given")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String password) {
    @Override
    public String toString() {
        return "ChangedAccount[" + account + "]";
    }
}
