package fr.jalon.readmodel.question;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far one register is known in an answer, whatever is recorded meanwhile.
 *
 * @param position the last position the answer rests on; 0 where nothing was recorded yet
 * @param recordedAt when that one was recorded, by which all else is read; null where nothing was
 * @param lastPosition the register's last position of all
 * @param lastRecordedAt when that one was recorded: no later entry can be recorded at or before it
 */
public record Knowledge(
        String territory, long position, @Nullable Instant recordedAt, long lastPosition, Instant lastRecordedAt) {}
