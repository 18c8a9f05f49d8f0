package fr.jalon.command.axon;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.AbstractSnapshotTrigger;
import org.axonframework.eventsourcing.SnapshotTrigger;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;

/**
 * When to take a snapshot: each time the entries since the last one are many, both as such and against the whole register.
 * A snapshot holds the whole register, so taking them ever more rarely keeps their cost per entry constant.
 *
 * @param least the least number of entries between two snapshots
 */
record SnapshotPolicy(Snapshotter snapshotter, int least) implements SnapshotTriggerDefinition {
    /** Half of the register may stand beside its snapshot: reading an entry costs about the same in either. */
    private static final int SHARE = 2;

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
        private long position;
        private int sinceSnapshot;

        Trigger(Snapshotter snapshotter, Class<?> aggregateType, int least) {
            super(snapshotter, aggregateType);
            this.least = least;
        }

        @Override
        public void eventHandled(EventMessage<?> message) {
            if (message instanceof DomainEventMessage<?> event) {
                position = event.getSequenceNumber() + 1;
            }
            super.eventHandled(message);
        }

        @Override
        public boolean exceedsThreshold() {
            return ++sinceSnapshot >= Math.max(least, position / SHARE);
        }

        @Override
        public void reset() {
            sinceSnapshot = 0;
        }
    }
}
