package fr.jalon.postgres;

import java.nio.file.Path;

/** The data directory belongs to another user, who could read whatever is put there. */
public final class DataDirectoryNotOurs extends EmbeddedPostgresException {
    private static final long serialVersionUID = 1L;

    private final String directory;

    DataDirectoryNotOurs(Path directory) {
        super(inEnglish(directory.toString()), null);
        this.directory = directory.toString();
    }

    public String inEnglish() {
        return inEnglish(directory);
    }

    private static String inEnglish(String directory) {
        return "The directory " + directory
                + " belongs to another user, who could read the register. Start as that user, or name another directory with"
                + " --data.";
    }

    /** The same sentence in French. */
    public String inFrench() {
        return "Le répertoire " + directory
                + " appartient à un autre utilisateur, qui pourrait lire le registre. Démarrez sous cet utilisateur, ou indiquez"
                + " un autre répertoire avec --data.";
    }
}
