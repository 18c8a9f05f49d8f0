package fr.jalon.query.contract;

import io.swagger.v3.oas.models.OpenAPI;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * Adds the write side's calls to the contract that the read side serves alone: behind one entry point a reader asks the read
 * side for it, and finds all of it. The file is what the write side serves; a test holds one against the other.
 */
public final class WholeContract implements OpenApiCustomizer {
    @Override
    public void customise(OpenAPI api) {
        OpenAPI recording = ContractFile.read("recording.json", OpenAPI.class);
        recording.getPaths().forEach(api::path);
        recording.getComponents().getSchemas().forEach(api.getComponents()::addSchemas);
    }
}
