package fr.jalon.answers;

import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a reader may see of amounts (<i>droit de regard</i>). Where one is not for them, {@link #HIDDEN} stands in its
 * place, before anything is compared, added up or told.
 *
 * @param mark tells answers to readers who see other amounts apart; empty where all are seen
 * @param amounts which amounts are seen
 * @param totals of which organisations it is seen what their fundings come to
 */
public record Sight(String mark, Rule amounts, Predicate<String> totals) {
    /** The field that says that there is an amount, which is not for the reader. */
    public static final String HIDDEN = "amountHidden";

    public static final Sight OF_ALL = new Sight("", (territory, giver) -> true, organisation -> true);

    private static final String AMOUNT = "amount";

    /** Which amounts are seen. */
    public interface Rule {
        /** @param giver the organisation that gives it; null where none, or more than one, is said to */
        boolean allows(String territory, @Nullable String giver);
    }

    public boolean isOfAll() {
        return mark.isEmpty();
    }

    /**
     * A value as it is seen.
     *
     * @param givers who is said elsewhere to give a funding, for values that do not say it themselves
     */
    public ObjectNode of(String territory, ObjectNode value, Function<String, Set<String>> givers) {
        return isInDoubt(territory, value) && !amounts.allows(territory, giver(value, givers)) ? hidden(value) : value;
    }

    /** The funding of which it must be known who gives it, for this value to be seen; null where that makes nothing. */
    public @Nullable String asksAbout(String territory, ObjectNode value) {
        return isInDoubt(territory, value) && !value.has("funder") && value.has("funding")
                ? id(value.path("funding"))
                : null;
    }

    public static boolean isHidden(JsonNode value) {
        return value.has(HIDDEN);
    }

    /** An entry's content without a word of what is hidden in it: as an entry that tells no amount. */
    public static ObjectNode unmarked(ObjectNode content) {
        ObjectNode plain = content.deepCopy();
        plain.remove(HIDDEN);
        if (plain.path("entry") instanceof ObjectNode corrected) {
            corrected.remove(HIDDEN);
        }
        return plain;
    }

    private boolean isInDoubt(String territory, ObjectNode value) {
        return !isOfAll() && value.has(AMOUNT) && !amounts.allows(territory, null);
    }

    private static @Nullable String giver(ObjectNode value, Function<String, Set<String>> givers) {
        if (value.has("funder")) {
            return id(value.path("funder"));
        }
        Set<String> told = value.has("funding") ? givers.apply(id(value.path("funding"))) : Set.of();
        return told.size() == 1 ? told.iterator().next() : null;
    }

    private static String id(JsonNode thing) {
        return thing.isObject() ? thing.path("id").asString("") : thing.asString("");
    }

    private static ObjectNode hidden(ObjectNode value) {
        ObjectNode seen = value.deepCopy();
        seen.remove(AMOUNT);
        return seen.put(HIDDEN, true);
    }
}
