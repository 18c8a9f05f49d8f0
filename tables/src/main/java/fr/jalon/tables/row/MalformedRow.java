package fr.jalon.tables.row;

import java.util.List;
import java.util.stream.Collectors;

/** A row is no entry, or the first one no header; every fault that could be found is named by its column. */
public final class MalformedRow extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** As many as somebody may want to read at once. */
    private static final int MOST = 100;

    private final transient List<TableFault> faults;

    MalformedRow(List<TableFault> faults) {
        super(faults.stream().limit(MOST).map(each -> each.fault().code()).collect(Collectors.joining(", ")));
        this.faults = faults.stream().limit(MOST).toList();
    }

    public List<TableFault> faults() {
        return faults;
    }
}
