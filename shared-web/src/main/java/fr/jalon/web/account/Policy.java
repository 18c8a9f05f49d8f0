package fr.jalon.web.account;

/**
 * What each role may, and the only place that says so. Whoever has several roles may what any of them may. Which
 * operation needs which right stands there ({@code @Needs}); {@code docs/roles.md} has it all, operation by operation.
 */
final class Policy {
    private Policy() {}

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
            case SEE_AMOUNTS, AUDIT ->
                switch (role) {
                    case NATIONAL, AUDITOR -> Reach.EVERYWHERE;
                    case COORDINATOR, FUNDER -> Reach.OWN;
                    case ANALYST, METRICS -> Reach.NOWHERE;
                };
            case SEE_TOTALS ->
                switch (role) {
                    case NATIONAL, AUDITOR, COORDINATOR -> Reach.EVERYWHERE;
                    case FUNDER -> Reach.OWN;
                    case ANALYST, METRICS -> Reach.NOWHERE;
                };
            case FOLLOW_LOG ->
                switch (role) {
                    case NATIONAL, COORDINATOR, AUDITOR, FUNDER -> Reach.EVERYWHERE;
                    case ANALYST, METRICS -> Reach.NOWHERE;
                };
            case PROVE ->
                switch (role) {
                    case NATIONAL, AUDITOR, FUNDER -> Reach.EVERYWHERE;
                    case COORDINATOR -> Reach.OWN;
                    case ANALYST, METRICS -> Reach.NOWHERE;
                };
            case OVERSEE ->
                switch (role) {
                    case NATIONAL, AUDITOR -> Reach.EVERYWHERE;
                    case COORDINATOR, FUNDER, ANALYST, METRICS -> Reach.NOWHERE;
                };
            case KEEP_UP, KEEP_ACCOUNTS, ERASE, SEE_LIMITED_NAMES ->
                switch (role) {
                    case NATIONAL -> Reach.EVERYWHERE;
                    case COORDINATOR, AUDITOR, FUNDER, ANALYST, METRICS -> Reach.NOWHERE;
                };
        };
    }
}
