package fr.jalon.query.account;

import fr.jalon.web.account.Actor;
import fr.jalon.web.account.Mandate;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** The account of whoever asks. */
@Schema(description = "The account that the request was sent as")
record OwnAccount(
        @Schema(description = "Its name", example = "coordinator-lille")
        String name,

        @Schema(description = "Its roles, each with what it is for", example = "[\"coordinator/lille\"]")
        List<String> roles) {
    static OwnAccount of(Actor actor) {
        return new OwnAccount(
                actor.name(), actor.mandates().stream().map(Mandate::toString).toList());
    }
}
