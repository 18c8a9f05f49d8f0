package fr.jalon.command.keeping;

import fr.jalon.command.api.Intake;
import fr.jalon.command.territory.Decision;
import fr.jalon.events.entry.Header;
import fr.jalon.events.entry.KeepingEntry.PersonErased;
import fr.jalon.events.entry.Slug;
import fr.jalon.events.entry.Status;
import fr.jalon.events.language.Language;
import fr.jalon.events.language.Withheld;
import fr.jalon.events.time.Days;
import fr.jalon.events.time.Effective;
import fr.jalon.people.Erasures;
import fr.jalon.people.Erasures.Unrecorded;
import fr.jalon.web.start.RefusedStart;
import fr.jalon.web.start.Rounds;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records every erasure that is done: those of which the log has no entry, looked for every second. Each has the id of
 * its entry, so it does not matter how often that is sent, by how many processes, nor when one of them dies.
 */
public final class ErasureEntries implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ErasureEntries.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Erasures erasures;
    private final Intake intake;
    private final Slug register;
    private final Rounds rounds;

    /** What this process recorded: a copy of the log may have it later. */
    private final Set<UUID> recorded = new HashSet<>();

    private @Nullable Class<?> told;

    /** @param register the territory in whose register they are recorded */
    public ErasureEntries(Erasures erasures, Intake intake, String register) {
        if (!Slug.isSlug(register)) {
            throw new RefusedStart("jalon.national-register is the id of a territory,"
                    + " in lower-case letters, digits and single hyphens, as france is");
        }
        this.erasures = erasures;
        this.intake = intake;
        this.register = new Slug(register);
        this.rounds = Rounds.every(PAUSE, "erasure-entries", this::record);
    }

    private void record() {
        for (Unrecorded erasure : erasures.unrecorded()) {
            if (!recorded.contains(erasure.entryId())) {
                record(erasure);
            }
        }
    }

    private void record(Unrecorded erasure) {
        Decision decision = intake.keep(
                entry(erasure),
                Map.of(
                        "actor",
                        erasure.recordedBy(),
                        "role",
                        "national",
                        "correlationId",
                        "erasure-" + erasure.number()));
        switch (decision) {
            case Decision.Yes _ -> {
                recorded.add(erasure.entryId());
                told = null;
            }
            case Decision.No no -> tellOnce(no);
        }
    }

    /** What stands against it mostly stands against all, every second. */
    private void tellOnce(Decision.No no) {
        if (told != no.getClass()) {
            told = no.getClass();
            LOG.warn(
                    "An erasure is not in the register {} yet ({}); it is tried again every second",
                    register,
                    no.getClass().getSimpleName());
        }
    }

    /** Of one whose reason was redacted before a log without its entry was restored, the reason is said to be gone. */
    private PersonErased entry(Unrecorded erasure) {
        LocalDate day = LocalDate.ofInstant(erasure.confirmedAt(), Days.ZONE);
        Header header = new Header(
                erasure.entryId(), register, Effective.parse(day.toString()), Status.ACTUAL, null, null, null);
        return new PersonErased(
                header,
                new Slug(erasure.askedBy()),
                new Slug(erasure.confirmedBy()),
                Objects.requireNonNullElse(erasure.reason(), Withheld.REDACTED_TEXT.in(Language.FRENCH)));
    }

    @Override
    public void close() {
        rounds.close();
    }
}
