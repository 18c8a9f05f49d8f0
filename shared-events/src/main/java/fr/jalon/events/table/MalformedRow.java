package fr.jalon.events.table;

import java.util.List;
import java.util.stream.Collectors;

/** A row is no entry, or the first one no header; every fault that could be found is named by its column. */
public final class MalformedRow extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<TableFault> faults;

    MalformedRow(List<TableFault> faults) {
        super(faults.stream().map(each -> each.fault().code()).collect(Collectors.joining(", ")));
        this.faults = List.copyOf(faults);
    }

    public List<TableFault> faults() {
        return faults;
    }
}
