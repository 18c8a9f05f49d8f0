package fr.jalon.command.territory;

import java.util.Map;

/** Records entries: in this process, or wherever their territory is at hand. Blocks; many threads may call at once. */
public interface Recorder {
    /**
     * Decides on an entry and, where the rules let it in, records it for good.
     *
     * @param metadata who and by which request, as ids only
     */
    Decision record(RecordEntry command, Map<String, String> metadata);

    /** A territory's register as it is now. */
    ReadRegister register(String territory);
}
