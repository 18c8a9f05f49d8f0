package fr.jalon.console.upkeep;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * How the register is.
 *
 * @param components its parts by their names; null where it says nothing of them
 */
public record HealthTold(String status, @Nullable Map<String, Part> components) {
    private static final String UP = "UP";

    /** One of them, and to who may look after the register why it is so. */
    public record Part(String status, @Nullable JsonNode details) {
        public boolean isUp() {
            return status.equals(UP);
        }

        /** A detail; a missing one where it does not tell it. */
        public JsonNode detail(String name) {
            return details == null ? MissingNode.getInstance() : details.path(name);
        }
    }

    public boolean isUp() {
        return status.equals(UP);
    }

    /** The parts by their names. */
    public Map<String, Part> parts() {
        return components == null ? Map.of() : components;
    }
}
