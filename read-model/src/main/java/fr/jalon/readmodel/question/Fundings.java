package fr.jalon.readmodel.question;

import fr.jalon.answers.RegisterState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a funder gives on a day, over all territories.
 *
 * @param funderName what it was called last; null where nobody said
 * @param states its fundings alone, by territory
 */
public record Fundings(@Nullable String funderName, List<RegisterState> states) {}
