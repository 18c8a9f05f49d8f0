package fr.jalon.web.problem;

import fr.jalon.events.json.Json;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A {@link Problem} as JSON: RFC 9457 with {@code code}, {@code errors}, and each sentence in both languages. */
public final class ProblemJson {
    public static final String MEDIA_TYPE = "application/problem+json";
    private static final String TYPE = "urn:jalon:problem:";

    private ProblemJson() {}

    public static ObjectNode tree(Problem problem, Locale locale) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("type", TYPE + problem.code());
        say(json, "title", problem.title(), locale);
        json.put("status", problem.status());
        say(json, "detail", problem.detail(), locale);
        json.put("code", problem.code());
        json.set("errors", causes(problem.errors(), locale));
        return json;
    }

    /** The faults alone, as they stand in {@code errors}. */
    public static ArrayNode causes(List<Problem.Cause> causes, Locale locale) {
        ArrayNode json = Json.MAPPER.createArrayNode();
        for (Problem.Cause cause : causes) {
            ObjectNode one = json.addObject();
            one.put("code", cause.code());
            one.put("pointer", cause.pointer());
            if (cause.column() != null) {
                one.put("column", cause.column());
            }
            say(one, "detail", cause.detail(), locale);
            if (cause.entry() != null) {
                one.put("entry", cause.entry().toString());
            }
        }
        return json;
    }

    private static void say(ObjectNode json, String name, @Nullable Bilingual sentence, Locale locale) {
        if (sentence != null) {
            json.put(name, sentence.in(locale));
            json.putObject(name + "s").put("fr", sentence.fr()).put("en", sentence.en());
        }
    }
}
