package fr.jalon.seal;

import fr.jalon.seal.check.SelfCheck;
import fr.jalon.seal.notary.CheckpointMail;
import fr.jalon.seal.notary.Notary;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Whether the log is sealed as it grows, and what the last check found: the kind and the place, never the content. */
public final class SealHealth extends AbstractHealthIndicator {
    private final @Nullable Notary notary;
    private final SelfCheck check;
    private final @Nullable CheckpointMail mail;

    public SealHealth(@Nullable Notary notary, SelfCheck check, @Nullable CheckpointMail mail) {
        super("The seal's health could not be told");
        this.notary = notary;
        this.check = check;
        this.mail = mail;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        Exception trouble = notary == null ? null : notary.trouble();
        SelfCheck.Result last = check.last();
        boolean sound = last == null || last.findings().isEmpty();
        boolean cannotTell = check.progress().state() == SelfCheck.State.FAILED;
        (trouble == null && sound && !cannotTell ? health.up() : health.down()).withDetail("notary", notary != null);
        if (cannotTell) {
            health.withDetail("check", "could not be made");
        }
        if (trouble != null) {
            health.withDetail("trouble", String.valueOf(trouble.getMessage()));
        }
        if (mail != null) {
            health.withDetail("mail", mail.isFailing() ? "could not be sent" : "sent when due");
        }
        if (last != null) {
            health.withDetail("checked", last.at().toString())
                    .withDetail("faults", last.findings().size());
            if (!sound) {
                health.withDetail("first", last.findings().getFirst().place());
            }
        }
    }
}
