package fr.jalon.command.api;

import fr.jalon.command.territory.Decision;
import fr.jalon.command.territory.RecordEntry;
import fr.jalon.events.register.Register;
import java.util.Map;

/** Where commands go from here. Blocks; many threads may call at once. */
public interface Recorder {
    /**
     * Decides on an entry and, unless it is a dry run, records it for good.
     *
     * @param metadata who and by which request, as ids only
     */
    Decision record(RecordEntry command, Map<String, String> metadata);

    /** A territory's register as it is now; empty where nobody opened it. */
    Register register(String territory);
}
