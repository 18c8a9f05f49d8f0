package fr.jalon.web.openapi;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/** What parameters mean where nothing nearer says it, and an example of each from the demonstration's case. */
final class ParameterWords implements GlobalOperationCustomizer {
    private static final Map<String, String> MEANINGS = Map.of(
            "territory", "The territory, by its id",
            "entryId", "The entry, by its id",
            "draft", "The draft, by its id: of a new one, a UUID of the sender's choice",
            "name", "The account, by its name",
            "organisation", "The organisation, by its id, which is the same in all registers",
            "type", "The type of entry, as /api/v1/entry-types names it",
            "format", "The form of the file",
            "If-None-Match", "The ETag of the answer that the reader has: 304 where it is still the same");

    /** By the operation and the parameter, or by the parameter alone. */
    private static final Map<String, String> EXAMPLES = Map.ofEntries(
            Map.entry("territory", "lille"),
            Map.entry("draft", "10000000-0000-4000-8000-000000000001"),
            Map.entry("entryId", "29ffb18c-e805-579b-b5fc-bd0c23745deb"),
            Map.entry("organisation", "mel"),
            Map.entry("type", "funding-granted"),
            Map.entry("file", "state.csv"),
            Map.entry("exportAll.file", "funding.csv"),
            Map.entry("limit", "100"),
            Map.entry("after", "YWZ0ZXI6MQ"),
            Map.entry(
                    "historyOfAll.after",
                    "YWZ0ZXI6MTY0Mzc5MjQ2MDAwMTAwMToxMDAwMDAwMC0wMDAwLTQwMDAtODAwMC0wMDAwMDAwMDAwMDM"),
            Map.entry("changes.after", "57"),
            Map.entry("Last-Event-ID", "57"),
            Map.entry("position", "3"),
            Map.entry("from", "2023-01-01"),
            Map.entry("to", "2023-12-31"),
            Map.entry("history.from", "2020-01-01"),
            Map.entry("history.to", "2030-12-31"),
            Map.entry("consistency.from", "1"),
            Map.entry("consistency.to", "2"),
            Map.entry("account", "auditor"),
            Map.entry("name", "claire"),
            Map.entry("accessRecord.kind", "carried-away"),
            Map.entry("asOf", "2023-03-01"),
            Map.entry("knownFrom", "1"),
            Map.entry("knownTo", "2"),
            Map.entry("If-Match", "\"12\""),
            Map.entry("keepDraft.If-Match", "\"3\""),
            Map.entry("removeDraft.If-Match", "\"3\""),
            Map.entry("If-None-Match", "\"12\""),
            Map.entry("Accept-Datetime", "Thu, 31 Dec 2026 12:00:00 GMT"));

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        if (operation.getParameters() != null) {
            operation.getParameters().forEach(parameter -> describe(operation.getOperationId(), parameter));
        }
        return operation;
    }

    private static void describe(String operation, Parameter parameter) {
        if (parameter.getDescription() == null) {
            parameter.setDescription(MEANINGS.get(parameter.getName()));
        }
        if (parameter.getExample() == null) {
            parameter.setExample(example(operation, parameter.getName()));
        }
    }

    private static @Nullable String example(String operation, String name) {
        return EXAMPLES.getOrDefault(operation + "." + name, EXAMPLES.get(name));
    }
}
