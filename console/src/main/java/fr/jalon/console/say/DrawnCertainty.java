package fr.jalon.console.say;

import fr.jalon.console.client.FactTold;

/** How sure something is, as pages draw it: solid, hatched, outlined. The names are those of style classes. */
public enum DrawnCertainty {
    CERTAIN,
    POSSIBLE,
    /** It has one of several values, and nobody can tell which. */
    AMONG,
    PLANNED;

    /** How sure a fact is. */
    public static DrawnCertainty of(FactTold fact) {
        if (fact.certainty().equals("certain")) {
            return CERTAIN;
        }
        return "certain".equals(fact.held()) ? AMONG : POSSIBLE;
    }

    /** The style class, and the last part of the name of its words. */
    public String code() {
        return switch (this) {
            case CERTAIN -> "certain";
            case POSSIBLE -> "possible";
            case AMONG -> "among";
            case PLANNED -> "planned";
        };
    }
}
