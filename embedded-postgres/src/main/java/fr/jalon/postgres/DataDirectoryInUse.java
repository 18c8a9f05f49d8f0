package fr.jalon.postgres;

import java.nio.file.Path;

/** Another process of Jalon holds this data directory. */
public final class DataDirectoryInUse extends EmbeddedPostgresException {
    private static final long serialVersionUID = 1L;

    private final String directory;

    DataDirectoryInUse(Path directory) {
        super(
                "Another Jalon uses the data in " + directory + ". Stop it, or name another directory with --data.",
                null);
        this.directory = directory.toString();
    }

    public String inEnglish() {
        return inEnglish(directory);
    }

    private static String inEnglish(String directory) {
        return "Another Jalon uses the data in " + directory + ". Stop it, or name another directory with --data.";
    }

    /** The same sentence in French. */
    public String inFrench() {
        return "Un autre Jalon utilise les données de " + directory
                + ". Arrêtez-le, ou indiquez un autre répertoire avec --data.";
    }
}
