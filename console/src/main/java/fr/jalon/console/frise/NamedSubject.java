package fr.jalon.console.frise;

import fr.jalon.events.said.AnswerWords;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A subject in words, and what a value says of it beyond what it is called.
 *
 * @param name of the things that its key names; of its kind where a territory has but one
 * @param said the rest of the value, or the name where there is no rest
 */
record NamedSubject(String name, String said) {
    static NamedSubject of(String kind, String key, JsonNode value, AnswerWords words) {
        if (key.isEmpty()) {
            String said = words.value(value);
            return new NamedSubject(words.subject(kind), said.isBlank() ? words.subject(kind) : said);
        }
        Set<String> naming = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (String id : key.split("/", -1)) {
            Optional<String> attribute = value.propertyNames().stream()
                    .filter(each ->
                            !naming.contains(each) && id(value.path(each)).equals(id))
                    .findFirst();
            attribute.ifPresent(naming::add);
            names.add(attribute.map(each -> words.shown(each, value.path(each))).orElse(id));
        }
        String name = String.join(" · ", names);
        String rest = words.said(value, naming);
        return new NamedSubject(name, rest.isBlank() ? name : rest);
    }

    private static String id(JsonNode thing) {
        return thing.isObject() ? thing.path("id").asString("") : thing.asString("");
    }
}
