package fr.jalon.query.asked;

import io.swagger.v3.oas.annotations.Parameter;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Documents {@code knownAt}. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Parameter(description = KnownAtParameter.DESCRIPTION, example = KnownAtParameter.EXAMPLE)
public @interface KnownAtParameter {
    String DESCRIPTION =
            "Up to when the register is read, inclusive: an instant (RFC 3339), the end of a day in Paris, or,"
                    + " on one territory, a position. All that is recorded if left out";
    String EXAMPLE = "2023-02-22T09:00:00Z";
}
