package fr.jalon.query.export;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Documents the rows of exports in JSON, whose columns are no record's. */
public final class ExportSchemas implements OpenApiCustomizer {
    private static final String NAME = "ExportedRow";
    static final String ROW = "#/components/schemas/" + NAME;

    @Override
    public void customise(OpenAPI api) {
        Schema<?> cell =
                new JsonSchema().typesItem("string").typesItem("integer").typesItem("boolean");
        api.getComponents()
                .addSchemas(
                        NAME,
                        new JsonSchema()
                                .typesItem("object")
                                .description("A row by its columns, those without a value left out; open, as the file"
                                        + " and the fields that its rows use tell which columns there are")
                                .additionalProperties(cell));
    }
}
