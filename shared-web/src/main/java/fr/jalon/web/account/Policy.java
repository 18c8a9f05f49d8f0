package fr.jalon.web.account;

/**
 * What each role may, and the only place that says so. Whoever has several roles may what any of them may; which
 * operation needs which right is tried by {@code PolicyTest} and told in {@code docs/roles.md}.
 */
final class Policy {
    private Policy() {}

    /** Something that not everybody may. */
    enum Right {
        /** To read states, histories, differences, agendas. */
        READ,
        /** To record in a register. */
        RECORD,
        /** To see the persons' names in a register. */
        SEE_NAMES,
        /** To see the amount of a funding, by the territory that has it and the organisation that gives it. */
        SEE_AMOUNTS,
        /** To carry away, with proofs, a territory's register or what an organisation's fundings rest on. */
        AUDIT,
        /** To have the machinery do something. */
        KEEP_UP
    }

    /** How far a right goes. */
    enum Reach {
        EVERYWHERE,
        /** In a coordinator's territory, or on what a funder's organisation gives. */
        OWN,
        NOWHERE
    }

    /** How far a role's right goes. */
    static Reach reach(Right right, Role role) {
        return switch (right) {
            case READ ->
                switch (role) {
                    case NATIONAL, COORDINATOR, AUDITOR, FUNDER, ANALYST -> Reach.EVERYWHERE;
                    case METRICS -> Reach.NOWHERE;
                };
            case RECORD ->
                switch (role) {
                    case NATIONAL -> Reach.EVERYWHERE;
                    case COORDINATOR -> Reach.OWN;
                    case AUDITOR, FUNDER, ANALYST, METRICS -> Reach.NOWHERE;
                };
            case SEE_NAMES ->
                switch (role) {
                    case NATIONAL, AUDITOR -> Reach.EVERYWHERE;
                    case COORDINATOR -> Reach.OWN;
                    case FUNDER, ANALYST, METRICS -> Reach.NOWHERE;
                };
            case SEE_AMOUNTS ->
                switch (role) {
                    case NATIONAL, AUDITOR -> Reach.EVERYWHERE;
                    case COORDINATOR, FUNDER -> Reach.OWN;
                    case ANALYST, METRICS -> Reach.NOWHERE;
                };
            case AUDIT ->
                switch (role) {
                    case NATIONAL, AUDITOR -> Reach.EVERYWHERE;
                    case FUNDER -> Reach.OWN;
                    case COORDINATOR, ANALYST, METRICS -> Reach.NOWHERE;
                };
            case KEEP_UP ->
                switch (role) {
                    case NATIONAL -> Reach.EVERYWHERE;
                    case COORDINATOR, AUDITOR, FUNDER, ANALYST, METRICS -> Reach.NOWHERE;
                };
        };
    }
}
