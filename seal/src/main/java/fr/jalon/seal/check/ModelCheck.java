package fr.jalon.seal.check;

import fr.jalon.readmodel.projection.ProjectionCheck;
import fr.jalon.readmodel.tracking.TrackingCheck;
import fr.jalon.seal.check.Finding.Kind;
import fr.jalon.seal.check.SelfCheck.Step;
import fr.jalon.store.log.EventLog;
import fr.jalon.store.log.StoredEvent;
import java.util.Optional;

/** Holds the read models against a replay of the log, and the projection's notes against what can be. */
final class ModelCheck {
    private final EventLog log;

    ModelCheck(EventLog log) {
        this.log = log;
    }

    Check against(ProjectionCheck projections) {
        return (findings, listener) -> projections
                .run((done, all) -> listener.at(Step.PROJECTIONS, done, all))
                .forEach(difference -> findings.add(at(
                        Kind.PROJECTION,
                        difference.territory(),
                        difference.position(),
                        difference.table().equals("log")
                                ? "the log cannot be replayed from here on"
                                : "the read model " + difference.table() + " is not what a replay makes")));
    }

    Check of(TrackingCheck tracking) {
        return (findings, listener) -> tracking.run()
                .forEach(fault -> findings.add(new Finding(
                        switch (fault.about()) {
                            case TOKEN -> Kind.TOKEN;
                            case PARKED -> Kind.PARKED;
                            case MODELS -> Kind.PROJECTION;
                        },
                        fault.globalIndex() - 1,
                        fault.entryId(),
                        fault.territory(),
                        fault.position(),
                        fault.detail())));
    }

    private Finding at(Kind kind, String territory, long position, String detail) {
        Optional<StoredEvent> entry = log.of(territory, position, 1).stream()
                .filter(event -> event.position() == position)
                .findFirst();
        return entry.map(event -> Finding.of(kind, event, detail))
                .orElseGet(() -> Finding.of(kind, territory, position, detail));
    }
}
