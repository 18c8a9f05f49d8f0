package fr.jalon.command.keeping;

import fr.jalon.people.Erasures;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** How many erasures no register has yet, and what they wait for; never ill: nothing else waits for them. */
public final class ErasureHealth extends AbstractHealthIndicator {
    private final Erasures erasures;
    private final String register;

    public ErasureHealth(Erasures erasures, String register) {
        super("What erasures wait for could not be told");
        this.erasures = erasures;
        this.register = register;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        int waiting = erasures.unrecorded().size();
        health.up().withDetail("unrecorded", waiting);
        if (waiting > 0 && !erasures.isOpen(register)) {
            health.withDetail("register", register);
            health.withDetail(
                    "waitsFor", "The register " + register + " is not open: open it, and erasures are recorded there");
        }
    }
}
