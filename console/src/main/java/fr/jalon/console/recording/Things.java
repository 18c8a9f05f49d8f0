package fr.jalon.console.recording;

import fr.jalon.console.client.Caller;
import fr.jalon.console.client.RefusedCall;
import fr.jalon.console.client.RegisterCalls;
import fr.jalon.tables.column.KnownThings.NamedThing;
import fr.jalon.tables.typed.ThingsAsked;
import java.util.Collection;
import java.util.List;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/** Which things have a name, as the register tells. */
record Things(RegisterCalls register, Caller caller, String territory) implements ThingsAsked {
    @Override
    public Collection<NamedThing> ofTheTerritory() {
        try {
            return named(register.things(caller, territory));
        } catch (RefusedCall refusal) {
            if (refusal.problem().status() == HttpStatus.NOT_FOUND.value()) {
                return List.of();
            }
            throw refusal;
        }
    }

    @Override
    public Collection<NamedThing> organisations(String name) {
        return named(register.things(caller, "organisation", name));
    }

    private static List<NamedThing> named(JsonNode answer) {
        return answer.path("things")
                .valueStream()
                .map(each -> new NamedThing(
                        each.path("kind").asString(""),
                        each.path("id").asString(""),
                        each.path("name").asString("")))
                .toList();
    }
}
