package fr.jalon.readmodel.question;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a register is known in an answer.
 *
 * @param position the last position the answer rests on; 0 where nothing was recorded yet
 * @param recordedAt when that one was recorded; null where nothing was
 * @param lastRecordedAt when the register's last entry of all was recorded: no later one can be recorded at or before it
 */
public record Known(long position, @Nullable Instant recordedAt, Instant lastRecordedAt) {}
