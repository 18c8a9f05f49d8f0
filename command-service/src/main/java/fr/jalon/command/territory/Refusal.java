package fr.jalon.command.territory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One reason why an entry cannot join the register.
 *
 * @param code which rule it breaks
 * @param pointer the field at fault in the proposed entry (RFC 6901); empty for the whole
 * @param entry the entry already recorded that it contradicts or would leave without ground; null where there is none
 * @param subject what it is about, to be shown: {@code funding:mel-convergence}
 */
public record Refusal(
        RefusalCode code, String pointer, @Nullable UUID entry, String subject) {}
