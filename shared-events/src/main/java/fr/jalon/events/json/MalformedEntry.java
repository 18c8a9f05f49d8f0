package fr.jalon.events.json;

import java.util.List;
import java.util.stream.Collectors;

/** What was sent is no entry; every fault that could be found is named. */
public final class MalformedEntry extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    public MalformedEntry(List<Fault> faults) {
        super(faults.stream()
                .map(fault -> fault.code() + " at " + fault.pointer())
                .collect(Collectors.joining(", ")));
        this.faults = List.copyOf(faults);
    }

    MalformedEntry(FaultCode code, String given) {
        this(List.of(new Fault(code.code(), "", given)));
    }

    public List<Fault> faults() {
        return faults;
    }
}
