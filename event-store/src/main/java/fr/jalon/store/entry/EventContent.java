package fr.jalon.store.entry;

import fr.jalon.store.log.StoredEvent;
import org.axonframework.messaging.MetaData;

/**
 * What an event carries and what is kept beside it.
 *
 * @param payload an {@link UnreadableEntry} where this version cannot read either
 */
public record EventContent(Object payload, MetaData metadata) {
    public static EventContent of(StoredEvent event, PayloadCodec codec) {
        try {
            return new EventContent(
                    codec.decode(event.type(), event.revision(), event.payload()), MetadataJson.read(event.metadata()));
        } catch (RuntimeException e) {
            return new EventContent(UnreadableEntry.of(event, e), MetaData.emptyInstance());
        }
    }
}
