package fr.jalon.query.contract;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Map;
import java.util.Objects;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Adds to the contract what the main answers look like, which no class says: they are written as trees. */
public final class AnswerSchemas implements OpenApiCustomizer {
    private static final Map<String, String> BY_OPERATION = Map.of(
            "state", "State",
            "states", "States",
            "history", "History",
            "entry", "HistoryItem",
            "difference", "Difference",
            "agenda", "Agenda",
            "funder", "Portfolio");

    @Override
    public void customise(OpenAPI api) {
        ContractFile.read("answers.json", Components.class).getSchemas().forEach(api.getComponents()::addSchemas);
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .filter(operation -> BY_OPERATION.containsKey(operation.getOperationId()))
                .forEach(AnswerSchemas::document);
    }

    private static void document(Operation operation) {
        String name = BY_OPERATION.get(operation.getOperationId());
        Objects.requireNonNull(operation.getResponses().get("200"))
                .getContent()
                .values()
                .forEach(content -> content.setSchema(new Schema<>().$ref("#/components/schemas/" + name)));
    }
}
