package fr.jalon.command.territory;

import fr.jalon.events.register.Recorded;
import fr.jalon.events.register.Register;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One reason why an entry cannot join the register.
 *
 * @param code which rule it breaks
 * @param pointer the field at fault in the proposed entry (RFC 6901); empty for the whole
 * @param entry the entry already recorded that it contradicts or would leave without ground; null where there is none
 * @param position that entry's number in the register
 * @param subject what it is about, to be shown: {@code funding:mel-convergence}
 */
public record Refusal(
        RefusalCode code,
        String pointer,
        @Nullable UUID entry,
        @Nullable Long position,
        String subject) {
    Refusal(RefusalCode code, String pointer, @Nullable UUID entry, String subject) {
        this(code, pointer, entry, null, subject);
    }

    /** The same, with the number that its entry has in this register. */
    Refusal in(Register register) {
        Long number = Optional.ofNullable(entry)
                .flatMap(register::recorded)
                .map(Recorded::position)
                .orElse(null);
        return new Refusal(code, pointer, entry, number, subject);
    }
}
