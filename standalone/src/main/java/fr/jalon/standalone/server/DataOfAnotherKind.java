package fr.jalon.standalone.server;

import java.nio.file.Path;

/** A demonstration was to be served from a register's data, or the other way round. */
public final class DataOfAnotherKind extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean demo;

    DataOfAnotherKind(Path data, DataKind found) {
        super("The data in " + data + " are of the kind " + found.word());
        this.demo = found == DataKind.DEMO;
    }

    /** Whether the data are a demonstration's. */
    public boolean isDemo() {
        return demo;
    }
}
