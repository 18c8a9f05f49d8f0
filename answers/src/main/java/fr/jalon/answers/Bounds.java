package fr.jalon.answers;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/** Between which two numbers something lies, whatever the days really were (<i>au moins, au plus</i>). */
public record Bounds(BigDecimal atLeast, BigDecimal atMost) {
    public static final Bounds NOTHING = new Bounds(BigDecimal.ZERO, BigDecimal.ZERO);

    /** Those of one subject: of these numbers it has one, or nothing, which adds nothing. */
    static Bounds of(List<BigDecimal> numbers, boolean maybeNothing) {
        List<BigDecimal> all = maybeNothing
                ? Stream.concat(numbers.stream(), Stream.of(BigDecimal.ZERO)).toList()
                : numbers;
        return new Bounds(
                all.stream().reduce(BigDecimal::min).orElse(BigDecimal.ZERO),
                all.stream().reduce(BigDecimal::max).orElse(BigDecimal.ZERO));
    }

    /** Those of a sum: what days one subject had says nothing of another's. */
    public Bounds plus(Bounds other) {
        return new Bounds(atLeast.add(other.atLeast), atMost.add(other.atMost));
    }
}
