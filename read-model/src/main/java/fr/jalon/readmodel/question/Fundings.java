package fr.jalon.readmodel.question;

import fr.jalon.answers.RegisterState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a funder gives on a day, over all territories.
 *
 * @param funderName what it was called last; null where nobody said
 * @param states by territory the fundings that it may give, and no other fact: all the values that each may have, those
 *     given by another too
 */
public record Fundings(@Nullable String funderName, List<RegisterState> states) {}
