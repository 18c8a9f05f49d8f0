package fr.jalon.command.axon;

import fr.jalon.events.entry.Entry;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.AbstractSnapshotTrigger;
import org.axonframework.eventsourcing.SnapshotTrigger;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;

/**
 * When to take a snapshot: at positions that lie ever further apart, so that their cost per entry stays constant though each
 * holds the whole register. Every process comes to the same positions, whichever of them records the entries between.
 *
 * @param least the least number of entries between two snapshots
 */
record SnapshotPolicy(Snapshotter snapshotter, int least) implements SnapshotTriggerDefinition {
    /** Half of the register may stand beside its snapshot: reading an entry costs about the same in either. */
    private static final int SHARE = 2;

    static boolean isDueAt(long position, int least) {
        long due = least;
        while (due < position) {
            due += Math.max(least, due / SHARE);
        }
        return due == position;
    }

    @Override
    public SnapshotTrigger prepareTrigger(Class<?> aggregateType) {
        return new Trigger(snapshotter, aggregateType, least);
    }

    @Override
    public SnapshotTrigger reconfigure(Class<?> aggregateType, SnapshotTrigger trigger) {
        if (trigger instanceof Trigger own) {
            own.setSnapshotter(snapshotter);
            return own;
        }
        return prepareTrigger(aggregateType);
    }

    private static final class Trigger extends AbstractSnapshotTrigger {
        private static final long serialVersionUID = 1L;

        private final int least;
        private boolean isDue;

        Trigger(Snapshotter snapshotter, Class<?> aggregateType, int least) {
            super(snapshotter, aggregateType);
            this.least = least;
        }

        @Override
        public void eventHandled(EventMessage<?> message) {
            isDue = message instanceof DomainEventMessage<?> event
                    && event.getPayload() instanceof Entry
                    && isDueAt(event.getSequenceNumber() + 1, least);
            super.eventHandled(message);
        }

        @Override
        public boolean exceedsThreshold() {
            return isDue;
        }

        @Override
        public void reset() {
            isDue = false;
        }
    }
}
